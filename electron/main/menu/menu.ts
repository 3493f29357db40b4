import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../../shared/contract/bridge.ts';
import type { ShellWords } from '../words.ts';

export interface MenuOptions {
  readonly words: ShellWords;
  /** Runs a command of the page. */
  readonly run: (command: MenuCommand) => void;
  readonly openLogs: () => void;
  /** Reloading and the inspector, for development only. */
  readonly dev: boolean;
}

/** Puts the application's menu up, by the platform's custom, in the page's language. */
export function setMenu(options: MenuOptions): void {
  const mac = process.platform === 'darwin';
  const words = options.words.menu;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [appMenu(options)] : []),
      editMenu(words),
      viewMenu(options, mac),
      windowMenu(words, mac),
      {
        label: words.help,
        role: 'help',
        submenu: [item(options, 'help'), { label: words.logs, click: options.openLogs }],
      },
    ]),
  );
}

/** An item that runs a command of the page. The page knows its key too and acts on it itself. */
function item(
  { words, run }: MenuOptions,
  command: MenuCommand,
  accelerator?: string,
): MenuItemConstructorOptions {
  return {
    label: words.commands[command],
    click: () => run(command),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  };
}

function appMenu(options: MenuOptions): MenuItemConstructorOptions {
  const words = options.words.menu;
  return {
    label: app.name,
    submenu: [
      { role: 'about', label: words.about },
      { type: 'separator' },
      item(options, 'area.settings', 'CmdOrCtrl+,'),
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

function viewMenu(options: MenuOptions, mac: boolean): MenuItemConstructorOptions {
  const words = options.words.menu;
  const forDevelopment: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  return {
    label: words.view,
    submenu: [
      item(options, 'area.inbox', 'CmdOrCtrl+1'),
      item(options, 'area.position', 'CmdOrCtrl+2'),
      ...(mac ? [] : [item(options, 'area.settings', 'CmdOrCtrl+,')]),
      item(options, 'palette', 'CmdOrCtrl+K'),
      item(options, 'sync'),
      { type: 'separator' },
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { type: 'separator' },
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(options.dev ? forDevelopment : []),
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
