import { BrowserWindow } from 'electron';
import type { ShellWords } from '../words.ts';
import { NOTICE_ACTIONS, NOTICE_URL, writeNotice, type NoticeAction } from './notice-page.ts';
import { colorsOf } from './theme.ts';

/** What the buttons do. */
export type NoticeActions = Readonly<Record<NoticeAction, () => void>>;

/**
 * Says over the empty window that the page cannot be shown. A service that cannot run is the page's
 * own screen: it keeps what was typed. Returns the way to take the notice away.
 */
export function showNotice(
  parent: BrowserWindow,
  content: { readonly words: ShellWords; readonly logDir: string },
  actions: NoticeActions,
): () => void {
  writeNotice(content.words.notice, content.logDir);
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 560,
    height: 320,
    useContentSize: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    show: false,
    backgroundColor: colorsOf().surface,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false },
  });
  window.removeMenu();
  // A button is a link; following it is the message. Nothing is ever loaded.
  window.webContents.on('will-frame-navigate', ({ url }) => {
    const action = NOTICE_ACTIONS.find((name) => url === `${NOTICE_URL}${name}`);
    if (action !== undefined) actions[action]();
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(NOTICE_URL);
  return () => {
    if (!window.isDestroyed()) window.destroy();
  };
}
