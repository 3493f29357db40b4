import { app, type Session, type WebContents } from 'electron';

/** Denies a session everything that a page may ask of the system. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
}

/** Denies our own page's session everything, the network too. The page asks for nothing. */
export function denyByDefault(session: Session, devOrigin: string | null): void {
  denyPermissions(session);
  // The policy of the page says the same; this holds even where a policy is missing.
  if (devOrigin === null) {
    session.webRequest.onBeforeRequest(
      { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] },
      (_details, answer) => answer({ cancel: true }),
    );
  }
}

/** Whether a navigation to this address may go on. */
export type MayGo = (url: string) => boolean;

const exceptions = new WeakMap<WebContents, MayGo>();

/** Lets one page that is not ours go where `mayGo` says; all else stays denied to it. */
export const letGo = (contents: WebContents, mayGo: MayGo): void =>
  void exceptions.set(contents, mayGo);

/** Keeps every page where it is: no windows, no navigation, no frames, no embedded views. */
export function guardAllContents(devOrigin: string | null): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, devOrigin));
}

function guard(contents: WebContents, devOrigin: string | null): void {
  const stay = (event: Leaving): void => {
    const mayGo = exceptions.get(contents);
    const goes = mayGo === undefined ? isDevReload(event, devOrigin) : mayGo(event.url);
    if (!goes) event.preventDefault();
  };
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => {
    if (exceptions.get(contents)?.(event.url) !== true) event.preventDefault();
  });
  contents.on('will-frame-navigate', stay);
  contents.on('will-navigate', stay);
}

/** A navigation that has not begun. */
interface Leaving {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

/** The development server reloads its own page when a module cannot be replaced in place. */
function isDevReload({ url, isMainFrame }: Leaving, devOrigin: string | null): boolean {
  return devOrigin !== null && isMainFrame && new URL(url).origin === devOrigin;
}
