import type { RefusalCode } from './host.ts';
import type { Language, ThemeChoice } from './shell-request.ts';

export type { Language, ShellRequest, ThemeChoice } from './shell-request.ts';

/**
 * What the page and the shell say to each other, beside the service's port: the look, the window
 * and the way to the service. Declared once. Types and names only: the preload script stays small.
 */

/** The only three channel names between page and shell. */
export const SHELL_CHANNELS = {
  request: 'riscontro:request',
  event: 'riscontro:event',
  port: 'riscontro:port',
} as const;

/** Why the shell gave the service up: it refused, or it died too often. */
export interface ServiceFailure {
  readonly code: RefusalCode | 'crash_loop';
  /** The folder with the logs. */
  readonly logDir: string;
}

/** How the shell stands with the service. */
export type ServiceState =
  | { readonly state: 'starting' }
  | { readonly state: 'running' }
  | { readonly state: 'restarting' }
  | { readonly state: 'failed'; readonly failure: ServiceFailure };

/** The commands of the page that the shell's menu offers. The page knows them by these ids. */
export const MENU_COMMANDS = [
  'area.inbox',
  'area.position',
  'area.settings',
  'palette',
  'sync',
  'help',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** From the shell to the page. */
export type ShellEvent =
  | { readonly type: 'service'; readonly service: ServiceState }
  | { readonly type: 'command'; readonly id: MenuCommand }
  /** The system's look changed, or the choice did. */
  | { readonly type: 'theme'; readonly dark: boolean }
  /** The window is about to close: save what is typed, then answer `close_ready`. */
  | { readonly type: 'closing' };

/** What the page knows before its first line runs. */
export interface ShellStart {
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly theme: ThemeChoice;
  readonly dark: boolean;
  readonly language: Language;
  /**
   * Who draws the window's buttons: `inset` macOS over the left 76 px of the page, `overlay` the
   * system over the right 138 px, `frame` a system frame above the page.
   */
  readonly titleBar: 'inset' | 'overlay' | 'frame';
}

/** `window.riscontro`: plain data and functions only. Functions that listen return the way to stop. */
export interface ShellBridge {
  readonly start: ShellStart;
  /** Asks for ports to the service; each arrives as a window message (see the page's client). */
  connect(): void;
  onService(listener: (service: ServiceState) => void): () => void;
  /** A menu item was chosen. */
  onCommand(listener: (id: MenuCommand) => void): () => void;
  onTheme(listener: (dark: boolean) => void): () => void;
  /** `save` runs before the window closes, which waits for it at most a second. */
  onClosing(save: () => Promise<void>): () => void;
  /** The inbox can be worked with (null), or the code of the failure that stands in its place. */
  usable(failure: string | null): void;
  /** Opens an http(s), mailto or tel address outside. False when refused: not such an address, or no click. */
  openExternal(url: string): Promise<boolean>;
  /** Shows a file that the service saved, in its folder. False when it is not there or elsewhere. */
  reveal(path: string): Promise<boolean>;
  /**
   * Keeps a sanitised mail for a frame of the page and returns the frame's address (`rmsg:`). Rejects
   * when it is too large. The shell serves it with a policy under which it can do nothing.
   */
  stageMail(html: string): Promise<string>;
  /** How high the mail is in a frame of this width, both in px; null when nobody can tell. */
  measureMail(url: string, width: number): Promise<number | null>;
  /** The mail is shown no longer. */
  dropMail(url: string): void;
  setTheme(theme: ThemeChoice): void;
  setLanguage(language: Language): void;
  retryService(): void;
  openLogs(): void;
  quit(): void;
}

/** The data of the window message that carries a port from the preload script to the page. */
export const PORT_MESSAGE = 'riscontro:port';

/** Marks the argument in which the preload script finds its {@link ShellStart}. */
export const START_ARGUMENT = '--riscontro-start=';
