import { join } from 'node:path';
import { app, nativeTheme, session, shell } from 'electron';
import type {
  Language,
  ServiceState,
  ShellEvent,
  ShellRequest,
} from '../../shared/contract/bridge.ts';
import type { LoginAsk } from '../../shared/contract/host.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { applyTheme, languageOf, type Environment } from './environment.ts';
import { onPageRequest, tellPage } from './ipc.ts';
import { setMenu } from './menu/menu.ts';
import { Screenshot } from './screenshot.ts';
import { startService } from './service-host/start-service.ts';
import type { ServiceSupervisor } from './service-host/supervisor.ts';
import { passOnSignals } from './system/signals.ts';
import { serveApp } from './windows/app-protocol.ts';
import { openOutside } from './windows/external-links.ts';
import { denyByDefault, guardAllContents } from './windows/guards.ts';
import { openLoginWindow } from './windows/login-window.ts';
import { MailMeasure } from './windows/mail-measure.ts';
import { serveMail } from './windows/mail-protocol.ts';
import { MailShelf } from './windows/mail-shelf.ts';
import { reveal } from './windows/reveal.ts';
import { showNotice } from './windows/notice-window.ts';
import { PageWindow } from './windows/page-window.ts';
import { wordsOf } from './words.ts';

/** The running shell: one service, at most one window, and what the page asks of both. */
export class Shell {
  readonly #environment: Environment;
  readonly #service: ServiceSupervisor;
  readonly #screenshot: Screenshot | null;
  readonly #mails = new MailShelf();
  readonly #measure = new MailMeasure();
  #language: Language = 'en';
  #window: PageWindow | null = null;
  #removeNotice: (() => void) | null = null;
  /** Ends the login that is open. */
  #login = new AbortController();
  #quitting = false;
  #serviceStopped = false;

  constructor(environment: Environment) {
    this.#environment = environment;
    const { screenshotFile } = environment.args;
    this.#screenshot = screenshotFile === null ? null : new Screenshot(screenshotFile);
    this.#service = startService({
      ...environment,
      logIn: (ask, signal) => this.#logIn(ask, signal),
      browse: openOutside,
    });
    this.#service.onState((state) => this.#serviceChanged(state));
    guardAllContents({
      devOrigin: environment.devUrl === null ? null : environment.origin,
      isMail: (url) => this.#mails.get(url) !== null,
      hasMails: () => this.#mails.size > 0,
      openLink: (url) => void openOutside(url),
    });
    this.#endInOrder();
  }

  /** Once the app is ready. What the first picture does not need comes after it. */
  open(): void {
    const { devUrl, origin } = this.#environment;
    this.#language = languageOf(this.#environment);
    denyByDefault(session.defaultSession, devUrl === null ? null : origin);
    serveApp(join(app.getAppPath(), 'dist', 'renderer'));
    serveMail(this.#mails, origin);
    onPageRequest(origin, (request) => this.#answer(request));
    this.#openWindow();
    nativeTheme.on('updated', () =>
      this.#tell({ type: 'theme', dark: nativeTheme.shouldUseDarkColors }),
    );
    app.on('activate', () => this.#openWindow());
    // This thread also answers for the page's files: nothing else while they are asked for.
    this.#window?.browserWindow.webContents.once('did-stop-loading', () => {
      passOnSignals(this.#service);
      this.#setMenu();
    });
  }

  /** Another start of the same workspace: bring what is there to the front. */
  show(): void {
    this.#openWindow();
    this.#window?.focus();
  }

  #openWindow(): void {
    if (this.#window !== null) return;
    this.#window = new PageWindow({
      environment: this.#environment,
      service: this.#service,
      theme: applyTheme(this.#environment),
      language: this.#language,
      onClosed: () => {
        this.#window = null;
        this.#mails.clear();
        this.#measure.close();
        this.#removeNotice = null;
      },
      onLost: () => this.#pageLost(),
    });
  }

  #answer(request: ShellRequest): unknown {
    switch (request.type) {
      case 'connect':
        return this.#window?.connect();
      case 'usable':
        return request.failure === null ? this.#usable() : this.#unusable(request.failure);
      case 'open_external':
        return openOutside(request.url);
      case 'reveal':
        return reveal(request.path);
      case 'stage_mail':
        return this.#mails.put(request.html);
      case 'measure_mail':
        return this.#measureMail(request.url, request.width);
      case 'drop_mail':
        return this.#mails.drop(request.url);
      case 'set_theme':
        this.#environment.preferences.update({ theme: request.theme });
        nativeTheme.themeSource = request.theme;
        return undefined;
      case 'set_language':
        this.#language = request.language;
        this.#environment.preferences.update({ language: request.language });
        return this.#setMenu();
      case 'retry_service':
        return void this.#service.retry();
      case 'open_logs':
        return this.#openLogs();
      case 'close_ready':
        return this.#window?.saved();
      case 'quit':
        return app.quit();
      default:
        return assertNever(request);
    }
  }

  /** One at a time: a new one takes the place of one that was left open. */
  #logIn(ask: LoginAsk, signal: AbortSignal): Promise<string | null> {
    this.#login.abort();
    const login = new AbortController();
    this.#login = login;
    if (this.#window === null || signal.aborted) return Promise.resolve(null);
    signal.addEventListener('abort', () => login.abort(), { once: true });
    const parent = this.#window.browserWindow;
    return openLoginWindow({ parent, ask, signal: login.signal });
  }

  async #measureMail(url: string, width: number): Promise<number | null> {
    if (this.#window === null || this.#mails.get(url) === null) return null;
    return this.#measure.measure(this.#window.browserWindow, url, width);
  }

  #usable(): void {
    const sinceLaunchMs = Math.round(Date.now() - (process.getCreationTime() ?? Date.now()));
    this.#environment.log('page.usable', { sinceLaunchMs });
    if (this.#window !== null) void this.#screenshot?.take(this.#window.browserWindow);
  }

  #unusable(code: string): void {
    this.#environment.log('page.failed', { code });
    this.#screenshot?.fail(`the inbox does not open: ${code}`);
  }

  /** The page tells the person; a picture has nobody to tell. */
  #serviceChanged(state: ServiceState): void {
    if (state.state === 'failed') this.#screenshot?.fail(`the service: ${state.failure.code}`);
  }

  #pageLost(): void {
    if (this.#screenshot !== null) return this.#screenshot.fail('the page cannot be shown');
    if (this.#window === null) return;
    const window = this.#window;
    this.#removeNotice?.();
    this.#removeNotice = showNotice(
      window.browserWindow,
      { words: wordsOf(this.#language), logDir: this.#environment.folders.logDir },
      {
        retry: () => {
          this.#removeNotice?.();
          window.load();
        },
        logs: () => this.#openLogs(),
        quit: () => app.quit(),
      },
    );
  }

  #tell(event: ShellEvent): void {
    if (this.#window !== null) tellPage(this.#window.browserWindow.webContents, event);
  }

  #setMenu(): void {
    setMenu({
      words: wordsOf(this.#language),
      run: (id) => this.#tell({ type: 'command', id }),
      openLogs: () => this.#openLogs(),
      dev: this.#environment.devUrl !== null,
    });
  }

  #openLogs(): void {
    void shell.openPath(this.#environment.folders.logDir);
  }

  /** The windows close first (the page saves what is typed), then the service, then the app. */
  #endInOrder(): void {
    app.on('before-quit', () => {
      this.#quitting = true;
    });
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin' || this.#quitting) app.quit();
    });
    app.on('will-quit', (event) => {
      if (this.#serviceStopped) return;
      event.preventDefault();
      void this.#quitAfterService();
    });
  }

  async #quitAfterService(): Promise<void> {
    await this.#service.stop();
    this.#serviceStopped = true;
    app.quit();
  }
}
