import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';
import type { LoginAsk } from '../../../shared/contract/host.ts';
import { denyPermissions, letGo } from './guards.ts';
import { loginAddresses, type LoginAddresses } from './login-address.ts';
import { colorsOf } from './theme.ts';

export interface LoginWindowOptions {
  /** Closes together with it. */
  readonly parent: BrowserWindow;
  readonly ask: LoginAsk;
  readonly signal: AbortSignal;
}

/**
 * Opens a stranger's login page in a window of its own and resolves with the address it came back
 * to, or with null when the person closed it or `signal` aborts (decision 0105). The page runs
 * sandboxed in a session that lives in memory only and has nothing of ours: no bridge, no cookies,
 * no permissions, no downloads, no further windows. The address that ends it is never requested:
 * the code in it is for us alone.
 */
export async function openLoginWindow(options: LoginWindowOptions): Promise<string | null> {
  const { parent, ask, signal } = options;
  const addresses = loginAddresses(ask);
  if (addresses === null || signal.aborted || parent.isDestroyed()) return null;
  const ownSession = session.fromPartition(`login-${randomUUID()}`, { cache: false });
  denyPermissions(ownSession);
  const window = makeWindow(parent, ownSession);
  letGo(window.webContents, addresses.mayGo);
  showHost(window, addresses, ask.url);
  const close = (): void => {
    if (!window.isDestroyed()) window.destroy();
  };
  signal.addEventListener('abort', close, { once: true });
  parent.once('closed', close);
  const end = new Promise<string | null>((resolve) => {
    watchRequests(ownSession, addresses, resolve);
    window.once('closed', () => resolve(null));
  });
  // A page that does not load stays open and says so itself; the person closes it.
  window.loadURL(ask.url).catch(() => {});
  const answer = await end;
  signal.removeEventListener('abort', close);
  parent.off('closed', close);
  close();
  await ownSession.clearStorageData();
  return answer;
}

function makeWindow(parent: BrowserWindow, ownSession: Session): BrowserWindow {
  const window = new BrowserWindow({
    parent,
    width: 600,
    height: 760,
    useContentSize: true,
    minimizable: false,
    fullscreenable: false,
    backgroundColor: colorsOf().surface,
    webPreferences: {
      session: ownSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.removeMenu();
  return window;
}

/** Whose page this is: its host, which it cannot choose, and never the title that it gives itself. */
function showHost(window: BrowserWindow, { hostOf }: LoginAddresses, firstUrl: string): void {
  window.setTitle(hostOf(firstUrl));
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('did-navigate', (_event, url) => window.setTitle(hostOf(url)));
}

/** Every request passes here, those of redirects too: it may go on, it is the end, or it is refused. */
function watchRequests(
  ownSession: Session,
  { isEnd, mayGo }: LoginAddresses,
  ended: (url: string) => void,
): void {
  ownSession.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const end = resourceType === 'mainFrame' && isEnd(url);
    answer({ cancel: end || !(mayGo(url) || isInline(url)) });
    if (end) ended(url);
  });
}

/** What a page carries within itself goes nowhere. */
const isInline = (url: string): boolean => url.startsWith('data:') || url.startsWith('blob:');
