import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellWords } from '../words.ts';

export interface MenuOptions {
  readonly words: ShellWords['menu'];
  readonly openLogs: () => void;
  /** Reloading and the inspector, for development only. */
  readonly dev: boolean;
}

/** Puts the application's menu up, by the platform's custom, in the page's language. */
export function setMenu(options: MenuOptions): void {
  const mac = process.platform === 'darwin';
  const { words } = options;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [appMenu(words)] : []),
      editMenu(words),
      viewMenu(options),
      windowMenu(words, mac),
      {
        label: words.help,
        role: 'help',
        submenu: [{ label: words.logs, click: options.openLogs }],
      },
    ]),
  );
}

function appMenu(words: ShellWords['menu']): MenuItemConstructorOptions {
  return {
    label: app.name,
    submenu: [
      { role: 'about', label: words.about },
      { type: 'separator' },
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      { type: 'separator' },
      { role: 'quit', label: words.quit },
    ],
  };
}

function editMenu(words: ShellWords['menu']): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      { type: 'separator' },
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'pasteAndMatchStyle', label: words.pasteText },
      { role: 'selectAll', label: words.selectAll },
    ],
  };
}

function viewMenu({ words, dev }: MenuOptions): MenuItemConstructorOptions {
  const forDevelopment: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  return {
    label: words.view,
    submenu: [
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { type: 'separator' },
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(dev ? forDevelopment : []),
    ],
  };
}

function windowMenu(words: ShellWords['menu'], mac: boolean): MenuItemConstructorOptions {
  const last: MenuItemConstructorOptions = mac
    ? { role: 'zoom', label: words.zoom }
    : { role: 'quit', label: words.quit };
  return {
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      { role: 'close', label: words.close },
      last,
    ],
  };
}
