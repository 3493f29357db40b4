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
}

/** The window with the page in it, and the page's link to the service. */
export class PageWindow {
  readonly browserWindow: BrowserWindow;
  readonly #link: PageLink;
  readonly #closing: ClosingQuestion;

  constructor({ environment, service, theme, language, onClosed }: PageWindowOptions) {
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
    reloadAfterCrash(window, environment.log);
    window.once('closed', () => {
      this.#link.dispose();
      onClosed();
    });
    void window.loadURL(environment.devUrl ?? `${APP_ORIGIN}/`).catch(() => {
      environment.log('page.not_loaded');
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
}

/** A page that dies is loaded anew (its drafts are the service's), but not for ever. */
function reloadAfterCrash(window: BrowserWindow, log: Environment['log']): void {
  const crashes = new CrashWindow();
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    const count = crashes.add(Date.now());
    log('page.gone', { reason, exitCode, count });
    if (count < CRASH_LIMIT) window.webContents.reload();
  });
}

function platformOf(platform: string): 'darwin' | 'win32' | 'linux' {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
