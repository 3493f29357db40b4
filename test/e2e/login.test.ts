import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PRACTICE_APP } from '../../electron/service/practice/index.ts';
import { seriousFindings } from '../support/axe.ts';
import { beginLogin, openConnectForm, stillPage, windowTitles } from '../support/login-window.ts';
import { startLoopback } from '../support/loopback-server.ts';

describe('a login', () => {
  test('leads through the platform’s dialog to the pages, and the chosen one is read', async () => {
    const practice = await stillPage();
    const launched = await openConnectForm();
    const { app, page, profileDir, screenshot } = launched;
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('connect-login');
    const login = await beginLogin(launched, practice.url);
    expect(await page.getByLabel('Chiave segreta dell’app').inputValue()).toBe('');
    await page.getByText(/^Completa l’accesso/).waitFor();
    await screenshot('connect-waiting');
    expect(await windowTitles(app)).toContain(new URL(practice.url).host);
    await login.getByRole('button', { name: 'Continua' }).click({ noWaitAfter: true });
    await page.getByText(/^Con questo accesso gestisci 32 pagine/).waitFor();
    expect(app.windows().length).toBe(1);
    expect(await page.getByRole('checkbox').count()).toBe(25);
    await page.getByRole('button', { name: 'Pagine successive' }).click();
    expect(await page.getByRole('checkbox').count()).toBe(7);
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('connect-pages');
    await page.getByRole('searchbox').fill(practice.pageId);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Collega 1 pagina' }).click();
    await page.getByRole('option').first().waitFor();
    const secrets = await readFile(join(profileDir, 'secrets.json'), 'utf8');
    expect(secrets).toContain(`app/${PRACTICE_APP.id}/secret`);
    const log = await readFile(join(profileDir, 'logs', 'service.log'), 'utf8').catch(() => '');
    expect(log).not.toContain(PRACTICE_APP.secret);
  });

  test('that the person cancels, or whose window is closed, changes nothing and says so', async () => {
    const practice = await stillPage();
    const launched = await openConnectForm();
    const { app, page } = launched;
    const said = page.getByText(/^L’accesso è stato annullato/);
    const no = await beginLogin(launched, practice.url);
    await no.getByRole('button', { name: 'Annulla' }).click({ noWaitAfter: true });
    await said.waitFor();
    const closed = await beginLogin(launched, practice.url);
    await closed.close();
    await said.waitFor();
    const broken = await beginLogin(launched, practice.url);
    await Promise.all([
      broken.waitForEvent('close'),
      page.getByRole('button', { name: 'Annulla l’accesso' }).click(),
    ]);
    await page.getByRole('button', { name: 'Accedi con Facebook' }).waitFor();
    expect(app.windows().length).toBe(1);
  });

  test('with a wrong secret says so at the field', async () => {
    const practice = await stillPage();
    const launched = await openConnectForm();
    const login = await beginLogin(launched, practice.url, { secret: 'wrong' });
    await login.getByRole('button', { name: 'Continua' }).click({ noWaitAfter: true });
    await launched.page.getByText(/^Facebook non accetta questa coppia/).waitFor();
  });
});

describe('a login window', () => {
  test('has no bridge, no Node, no permissions, no further windows, and closes with the app’s', async () => {
    const practice = await stillPage();
    const launched = await openConnectForm();
    const { app, page } = launched;
    const login = await beginLogin(launched, practice.url);
    const found = await login.evaluate(async () => ({
      bridge: 'riscontro' in window,
      node: 'require' in window || 'process' in window,
      window: window.open('https://example.org/') === null,
      notifications: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'refused',
      ),
      elsewhere: await fetch('http://127.0.0.1:9/').then(
        () => 'went',
        () => 'refused',
      ),
    }));
    expect(found).toEqual({
      bridge: false,
      node: false,
      window: true,
      notifications: 'denied',
      camera: 'refused',
      elsewhere: 'refused',
    });
    const inside = await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.getParentWindow() !== null);
      const contents = window?.webContents;
      return {
        onDisk: contents?.session.isPersistent(),
        ours: contents?.session === BrowserWindow.getAllWindows()[0]?.webContents.session,
      };
    });
    expect(inside.onDisk).toBe(false);
    await login.evaluate(() => {
      document.title = 'www.facebook.com';
    });
    expect(await windowTitles(app)).not.toContain('www.facebook.com');
    await login.evaluate(() => {
      window.location.href = 'http://localhost:9/';
    });
    await login.evaluate(() => {
      window.location.href = 'app://riscontro/';
    });
    expect(new URL(login.url()).host).toBe(new URL(practice.url).host);
    const closed = login.waitForEvent('close');
    await page.close();
    await closed;
  });

  test('takes no other origin’s redirect for the end, and no answer to another question', async () => {
    const launched = await openConnectForm();
    const { page } = launched;
    const ends = '/connect/login_success.html?code=AQx&state=guessed';
    const redirects = new Map([
      ['beside', `/beside${ends}`],
      ['stranger', `http://localhost:9${ends}`],
      ['end', ends],
    ]);
    const server = await startLoopback(({ url }, response) => {
      const location = redirects.get(url.searchParams.get('to') ?? '');
      const headers = { 'content-type': 'text/html' };
      if (location === undefined) response.writeHead(200, headers);
      else response.writeHead(302, { ...headers, location });
      const links = [...redirects.keys()].map((to) => `<a href="/?to=${to}">${to}</a>`);
      response.end(`<!DOCTYPE html>${links.join(' ')}`);
    });
    onTestFinished(() => server.close());
    const login = await beginLogin(launched, `${server.origin}/v26.0`);
    await login.getByRole('link', { name: 'beside' }).click();
    await login.waitForURL(/beside/);
    await login.getByRole('link', { name: 'stranger' }).click({ noWaitAfter: true });
    await page.getByText(/^Completa l’accesso/).waitFor();
    await login.getByRole('link', { name: 'end' }).click({ noWaitAfter: true });
    await page.getByText(/^L’accesso non è riuscito/).waitFor();
    // The address with the code in it was never asked for.
    expect(server.seen.map(({ url }) => url.pathname)).not.toContain('/connect/login_success.html');
  });
});
