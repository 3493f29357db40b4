import { app, type Session, type WebContents } from 'electron';

/** Denies a session everything that a page may ask of the system. The page asks for nothing. */
export function denyByDefault(session: Session, devOrigin: string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  // The policy of the page says the same; this holds even where a policy is missing.
  if (devOrigin === null) {
    session.webRequest.onBeforeRequest(
      { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] },
      (_details, answer) => answer({ cancel: true }),
    );
  }
}

/** Keeps every page where it is: no windows, no navigation, no frames, no embedded views. */
export function guardAllContents(devOrigin: string | null): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, devOrigin));
}

function guard(contents: WebContents, devOrigin: string | null): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isDevReload(event, devOrigin)) event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!isDevReload(event, devOrigin)) event.preventDefault();
  });
}

/** The development server reloads its own page when a module cannot be replaced in place. */
function isDevReload(
  event: { readonly url: string; readonly isMainFrame: boolean },
  devOrigin: string | null,
): boolean {
  return devOrigin !== null && event.isMainFrame && new URL(event.url).origin === devOrigin;
}
