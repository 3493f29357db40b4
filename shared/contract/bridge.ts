import { z } from 'zod';

/**
 * What the page and the shell say to each other, beside the service's port: the look, the window
 * and the way to the service. Declared once; both ends check it.
 */

/** The only three channel names between page and shell. */
export const SHELL_CHANNELS = {
  request: 'riscontro:request',
  event: 'riscontro:event',
  port: 'riscontro:port',
} as const;

export const themeChoice = z.enum(['system', 'light', 'dark']);
export type ThemeChoice = z.infer<typeof themeChoice>;

export const language = z.enum(['it', 'en']);
export type Language = z.infer<typeof language>;

/** From the page to the shell. */
export const shellRequest = z.discriminatedUnion('type', [
  /** The page listens: it may be given a port, now and after each restart of the service. */
  z.strictObject({ type: z.literal('connect') }),
  /** The inbox (or the first-run page) stands and can be worked with. */
  z.strictObject({ type: z.literal('usable') }),
  z.strictObject({ type: z.literal('open_external'), url: z.string().max(4_000) }),
  z.strictObject({ type: z.literal('set_theme'), theme: themeChoice }),
  z.strictObject({ type: z.literal('set_language'), language }),
  /** Try the service again after it was given up. */
  z.strictObject({ type: z.literal('retry_service') }),
  z.strictObject({ type: z.literal('open_logs') }),
  /** Nothing typed is left unsaved: the window may close. */
  z.strictObject({ type: z.literal('close_ready') }),
  z.strictObject({ type: z.literal('quit') }),
]);
export type ShellRequest = z.infer<typeof shellRequest>;

/** Why the shell gave the service up. `code` is an error code, or one of the shell's own two. */
export interface ServiceFailure {
  readonly code: 'crash_loop' | 'contract_mismatch' | (string & {});
  /** The folder with the logs. */
  readonly logDir: string;
}

/** How the shell stands with the service. */
export type ServiceState =
  | { readonly state: 'starting' }
  | { readonly state: 'running' }
  | { readonly state: 'restarting' }
  | { readonly state: 'failed'; readonly failure: ServiceFailure };

/** From the shell to the page. */
export type ShellEvent =
  | { readonly type: 'service'; readonly service: ServiceState }
  /** A menu item was chosen: the id of a command of the page. */
  | { readonly type: 'command'; readonly id: string }
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
  onCommand(listener: (id: string) => void): () => void;
  onTheme(listener: (dark: boolean) => void): () => void;
  /** `save` runs before the window closes, which waits for it at most a second. */
  onClosing(save: () => Promise<void>): () => void;
  usable(): void;
  /** Opens an http(s) or mailto address outside. False when refused: not such an address, or no click. */
  openExternal(url: string): Promise<boolean>;
  setTheme(theme: ThemeChoice): void;
  setLanguage(language: Language): void;
  retryService(): void;
  openLogs(): void;
  quit(): void;
}

/** The data of the window message that carries a port from the preload script to the page. */
export const PORT_MESSAGE = 'riscontro:port';
