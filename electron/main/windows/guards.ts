import { app, type Session, type WebContents, type WebFrameMain } from 'electron';
import { isMailUrl } from './mail-shelf.ts';

/** Denies a session everything that a page may ask of the system. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
}

/** What our own page is made of, and the tools of whoever develops it. */
const OWN_SCHEMES: ReadonlySet<string> = new Set([
  'app:',
  'rmsg:',
  'data:',
  'blob:',
  'devtools:',
  'chrome-devtools:',
]);

/** Denies our own page's session everything, the network too. The page asks for nothing. */
export function denyByDefault(session: Session, devOrigin: string | null): void {
  denyPermissions(session);
  // The policies of the page and of mails say the same; this holds even where one is missing.
  if (devOrigin === null) {
    session.webRequest.onBeforeRequest(({ url }, answer) => {
      answer({ cancel: !OWN_SCHEMES.has(url.slice(0, url.indexOf(':') + 1)) });
    });
  }
}

/** Whether a navigation to this address may go on. */
export type MayGo = (url: string) => boolean;

const exceptions = new WeakMap<WebContents, MayGo>();

/** Lets one page that is not ours go where `mayGo` says; all else stays denied to it. */
export const letGo = (contents: WebContents, mayGo: MayGo): void =>
  void exceptions.set(contents, mayGo);

/** Where frames may go, and what becomes of a link. */
export interface PageGuards {
  readonly devOrigin: string | null;
  /** Whether a mail lies at this address; a frame of our page may show it. */
  readonly isMail: (url: string) => boolean;
  /** Whether any mail is here. */
  readonly hasMails: () => boolean;
  /** A person followed a link in a mail. */
  readonly openLink: (url: string) => void;
}

/** Keeps every page where it is: no windows, no navigation, no embedded views, no frames but mails. */
export function guardAllContents(guards: PageGuards): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, guards));
}

function guard(contents: WebContents, guards: PageGuards): void {
  const { devOrigin, isMail, hasMails, openLink } = guards;
  const stay = (event: Leaving): void => {
    const mayGo = exceptions.get(contents);
    const goes = mayGo === undefined ? isDevReload(event, devOrigin) : mayGo(event.url);
    if (!goes) event.preventDefault();
  };
  contents.setWindowOpenHandler(({ url }) => {
    if (!exceptions.has(contents) && isFromMail(contents, hasMails)) openLink(url);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => {
    if (exceptions.get(contents)?.(event.url) !== true) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    const isFrameOfMail = !event.isMainFrame && !exceptions.has(contents) && isMail(event.url);
    if (!isFrameOfMail) stay(event);
  });
  contents.on('will-navigate', stay);
}

/**
 * Whether a mail's frame asks for a window. Nothing in it can but a link that a person follows, and
 * following it gives it the keyboard. Old Electrons do not say who has that: there a mail must be here.
 */
function isFromMail(contents: WebContents, hasMails: () => boolean): boolean {
  try {
    const { focusedFrame }: { focusedFrame?: WebFrameMain | null } = contents;
    return focusedFrame === undefined ? hasMails() : isMailUrl(focusedFrame?.url ?? '');
  } catch {
    // A frame that has gone meanwhile asks for nothing.
    return false;
  }
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
