import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { START_ARGUMENT } from '../../shared/contract/bridge.ts';
// For the type of `window.riscontro`.
import '../../renderer/lib/shell.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/app.ts';
import { runUntilExit } from '../support/run-app.ts';

interface LogLine {
  readonly event: string;
  readonly kind?: string;
  readonly pid?: number;
  readonly code?: string;
}

function profile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'riscontro-shell-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** What the shell wrote of itself. */
function shellLog(profileDir: string): readonly LogLine[] {
  const file = join(profileDir, 'logs', 'shell.log');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): LogLine => JSON.parse(line));
}

async function open(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const launched = await launchApp({ profileDir: profile(), args: ['--lang=en'], ...options });
  onTestFinished(() => launched.close());
  return launched;
}

/** Resolves once the shell's log holds `count` lines of this event; returns the last of them. */
async function logged(profileDir: string, event: string, count = 1): Promise<LogLine> {
  const lines = (): readonly LogLine[] =>
    shellLog(profileDir).filter((line) => line.event === event);
  await expect.poll(() => lines().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
  const last = lines().at(-1);
  if (last === undefined) throw new Error(`No ${event} in the log.`);
  return last;
}

/** Ends the service as a fault would: without a word. */
async function killService(profileDir: string, run: number): Promise<void> {
  const { pid } = await logged(profileDir, 'service.ready', run);
  if (pid === undefined) throw new Error('The log does not name the process.');
  process.kill(pid, 'SIGKILL');
}

describe('the shell in a real window', () => {
  it('brings the page and a child service together, by the contract', async () => {
    const { profileDir } = await open({ host: 'child' });
    expect(await logged(profileDir, 'service.ready')).toMatchObject({ kind: 'child' });
    await logged(profileDir, 'page.usable');
  });

  it('runs the service in a utility process, or refuses clearly where the store cannot load', async () => {
    const { page, profileDir, app } = await open({ host: 'utility' });
    const napi = await app.evaluate(() => Number(process.versions['napi']));
    if (napi >= 10) {
      expect(await logged(profileDir, 'service.ready')).toMatchObject({ kind: 'utility' });
      return logged(profileDir, 'page.usable');
    }
    expect(await logged(profileDir, 'service.given_up')).toMatchObject({ code: 'runtime_too_old' });
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    return undefined;
  });

  it('restarts a service that dies; the page stays as it is and is connected again', async () => {
    const { page, profileDir } = await open();
    await logged(profileDir, 'page.usable');
    await page.evaluate(() => document.body.setAttribute('data-typed', 'kept'));
    await killService(profileDir, 1);
    await logged(profileDir, 'service.ready', 2);
    await expect.poll(() => page.getByText('Reconnecting').count()).toBe(0);
    expect(await page.evaluate(() => document.body.getAttribute('data-typed'))).toBe('kept');
  });

  it('gives up at the fifth death, says so, and starts anew when a person says try again', async () => {
    const { page, profileDir, screenshot } = await open();
    for (let run = 1; run <= 5; run += 1) await killService(profileDir, run);
    expect(await logged(profileDir, 'service.given_up')).toMatchObject({ code: 'crash_loop' });
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await screenshot('shell-given-up');
    await again.click();
    await logged(profileDir, 'service.ready', 6);
    await again.waitFor({ state: 'detached' });
  });

  it('loads a page anew that dies; after five deaths its notice offers to try again', async () => {
    const { app, profileDir } = await open();
    const crash = (): Promise<void> =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      );
    for (let life = 1; life <= 4; life += 1) {
      await logged(profileDir, 'page.usable', life);
      await crash();
    }
    await logged(profileDir, 'page.usable', 5);
    const [notice] = await Promise.all([app.waitForEvent('window'), crash()]);
    const again = notice.getByRole('link', { name: 'Try again' });
    await again.waitFor();
    await again.click({ noWaitAfter: true });
    await logged(profileDir, 'page.usable', 6);
    expect(app.windows().length).toBe(1);
  });

  it('keeps the window where it was and the look that was chosen', async () => {
    const profileDir = profile();
    const bounds = { x: 20, y: 10, width: 1_150, height: 720 };
    const first = await launchApp({ profileDir });
    await logged(profileDir, 'page.usable');
    await first.page.evaluate(() => {
      window.riscontro.setTheme('dark');
      window.riscontro.setLanguage('it');
    });
    await first.app.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
      bounds,
    );
    await first.close();
    const { app, page } = await open({ profileDir, args: [] });
    const start = await page.evaluate(() => window.riscontro.start);
    expect(start).toMatchObject({ theme: 'dark', dark: true, language: 'it' });
    const now = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    );
    expect(now).toMatchObject({ width: bounds.width, height: bounds.height });
  });
});

describe('what a page may not do', () => {
  it('reaches nothing of Node, the network, the system or another place', async () => {
    const { page, app, profileDir } = await open();
    await logged(profileDir, 'page.usable');
    const tried = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      document.body.append(frame, script);
      window.location.href = 'https://example.org/';
      const [network, camera] = await Promise.allSettled([
        fetch('http://127.0.0.1:9/'),
        navigator.mediaDevices.getUserMedia({ video: true }),
      ]);
      return {
        node: 'require' in window || 'process' in window,
        network: network.status,
        camera: camera.status,
        notifications: await Notification.requestPermission(),
        window: window.open('https://example.org/') === null,
        inline: 'ran' in window,
      };
    });
    expect(tried).toEqual({
      node: false,
      network: 'rejected',
      camera: 'rejected',
      notifications: 'denied',
      window: true,
      inline: false,
    });
    expect(page.url()).toBe('app://riscontro/');
    expect(app.windows().length).toBe(1);
  });

  it('leads outside only to web and mail addresses', async () => {
    const { page, app, profileDir } = await open();
    await logged(profileDir, 'page.usable');
    // The system's browser is not part of this test: the shell's last step is written down instead.
    await app.evaluate(({ shell }) => {
      shell.openExternal = (url) => {
        process.env['OPENED'] = `${process.env['OPENED'] ?? ''} ${url}`;
        return Promise.resolve();
      };
    });
    const answers = await page.evaluate(() =>
      Promise.all(
        ['https://www.facebook.com/1', 'file:///etc/passwd', 'https://a@b.example/'].map((url) =>
          window.riscontro.openExternal(url),
        ),
      ),
    );
    expect(answers).toEqual([true, false, false]);
    expect(await app.evaluate(() => process.env['OPENED'])).toBe(' https://www.facebook.com/1');
  });

  it('is not answered from another origin, even with the bridge in its hands', async () => {
    const { page, app, profileDir } = await open();
    await logged(profileDir, 'page.usable');
    const start = await page.evaluate(() => window.riscontro.start);
    const answer = await app.evaluate(
      async ({ BrowserWindow, app: shell }, argument) => {
        const stranger = new BrowserWindow({
          show: false,
          webPreferences: {
            sandbox: true,
            preload: `${shell.getAppPath()}/dist/preload/index.cjs`,
            additionalArguments: [argument],
          },
        });
        await stranger.loadURL('data:text/html,<p>hello');
        const ask = "riscontro.openExternal('https://example.org/').then(String, () => 'refused')";
        return stranger.webContents.executeJavaScript(ask, true);
      },
      `${START_ARGUMENT}${JSON.stringify(start)}`,
    );
    expect(answer).toBe('refused');
  });
});

describe('one picture', () => {
  it('is written when the page is usable; its path is all that is printed', async () => {
    const profileDir = profile();
    const file = join(profileDir, 'pictures', 'inbox.png');
    const run = await runUntilExit([`--profile=${profileDir}`, '--lang=it', '--screenshot', file]);
    expect(run).toMatchObject({ code: 0, stdout: `${file}\n` });
    expect(statSync(file).size).toBeGreaterThan(5_000);
  });

  it('fails with 1 where nothing can be shown, and with 2 for words it does not know', async () => {
    const folder = profile();
    const blocked = join(folder, 'a-file');
    writeFileSync(blocked, '');
    const wrong = await runUntilExit(['--theme=pink', '--screenshot', join(folder, 'x.png')]);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    const unwritable = await runUntilExit([
      `--profile=${join(folder, 'p')}`,
      '--screenshot',
      join(blocked, 'x.png'),
    ]);
    expect(unwritable).toMatchObject({ code: 1, stdout: '' });
  });
});
