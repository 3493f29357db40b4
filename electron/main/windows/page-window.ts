import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { Language, ThemeChoice } from '../../../shared/contract/bridge.ts';
import type { Environment } from '../environment.ts';
import { CRASH_LIMIT, CrashWindow } from '../service-host/back-off.ts';
import { PageLink } from '../service-host/page-link.ts';
import type { ServiceSupervisor } from '../service-host/supervisor.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import { ClosingQuestion } from './closing.ts';
import { createMainWindow } from './main-window.ts';
import { titleBarOf } from './title-bar.ts';

export interface PageWindowOptions {
  readonly environment: Environment;
  readonly service: ServiceSupervisor;
  readonly theme: ThemeChoice;
  readonly language: Language;
  readonly onClosed: () => void;
  /** The page died too often, or never came: somebody else must tell the person. */
  readonly onLost: () => void;
}

/** The window with the page in it, and the page's link to the service. */
export class PageWindow {
  readonly browserWindow: BrowserWindow;
  readonly #link: PageLink;
  readonly #closing: ClosingQuestion;
  readonly #address: string;
  readonly #log: Environment['log'];
  readonly #onLost: () => void;

  constructor({ environment, service, theme, language, onClosed, onLost }: PageWindowOptions) {
    const window = createMainWindow({
      appDir: app.getAppPath(),
      preferences: environment.preferences,
      start: {
        platform: platformOf(process.platform),
        theme,
        dark: nativeTheme.shouldUseDarkColors,
        language,
        titleBar: titleBarOf(process.platform, process.versions['electron'] ?? ''),
      },
    });
    this.browserWindow = window;
    this.#link = new PageLink(service, window.webContents);
    this.#closing = new ClosingQuestion(window);
    this.#address = environment.devUrl ?? `${APP_ORIGIN}/`;
    this.#log = environment.log;
    this.#onLost = onLost;
    this.#reloadAfterCrash();
    window.once('closed', () => {
      this.#link.dispose();
      onClosed();
    });
    this.load();
  }

  /** Loads the page, at first and after it was lost. */
  load(): void {
    const window = this.browserWindow;
    window.loadURL(this.#address).catch(() => {
      // Closed, or loading something else by now, is not lost.
      if (!window.isDestroyed() && !window.webContents.isLoading()) this.#lost('not_loaded');
    });
  }

  /** The page listens for its port. */
  connect(): void {
    this.#link.connect();
  }

  /** The page has saved what was typed and may go. */
  saved(): void {
    this.#closing.answer();
  }

  focus(): void {
    if (this.browserWindow.isMinimized()) this.browserWindow.restore();
    this.browserWindow.focus();
  }

  #lost(reason: string): void {
    this.#log('page.lost', { reason });
    this.#onLost();
  }

  /** A page that dies is loaded anew (its drafts are the service's), but not for ever. */
  #reloadAfterCrash(): void {
    const crashes = new CrashWindow();
    this.browserWindow.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      this.#log('page.gone', { reason });
      if (crashes.add(Date.now()) < CRASH_LIMIT) return this.load();
      crashes.clear();
      this.#lost(reason);
    });
  }
}

function platformOf(platform: string): 'darwin' | 'win32' | 'linux' {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
