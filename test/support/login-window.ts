import type { ElectronApplication, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { PRACTICE_APP, startPracticePage } from '../../electron/service/practice/index.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from './app.ts';

/** A page of invented customers that stands still, closed when the test ends. */
export async function stillPage() {
  const page = await startPracticePage({
    port: 0,
    world: { kind: 'seed', seed: 3, lively: false },
    clock: { now: () => Date.now() },
    journalFile: null,
  });
  onTestFinished(() => page.close());
  return page;
}

/** Opens an empty workspace in Italian and light, at the form that connects a page. */
export async function openConnectForm(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const launched = await launchApp({ args: ['--lang=it', '--theme=light'], ...options });
  onTestFinished(() => launched.close());
  const { page } = launched;
  await page.locator('main button:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('input:focus').waitFor();
  return launched;
}

/** Types the practice app's data, or others, and begins; returns the window that opens. */
export async function beginLogin(
  { app, page }: Pick<LaunchedApp, 'app' | 'page'>,
  graphUrl: string,
  { appId, secret }: { readonly appId?: string; readonly secret?: string } = {},
): Promise<Page> {
  await page.getByLabel('ID dell’app Meta').fill(appId ?? PRACTICE_APP.id);
  await page.getByLabel('Chiave segreta dell’app').fill(secret ?? PRACTICE_APP.secret);
  await page.getByLabel('Indirizzo dell’API Graph').fill(graphUrl);
  const [login] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Enter')]);
  await login.waitForLoadState();
  return login;
}

/** The titles of all windows, as the system shows them. */
export const windowTitles = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );
