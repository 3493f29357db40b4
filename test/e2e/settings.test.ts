import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { startPracticePage, type PracticePage } from '../../electron/service/practice/index.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/app.ts';
import { seriousFindings } from '../support/axe.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function open(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const launched = await launchApp({
    ...options,
    args: ['--lang=it', '--theme=light', ...(options.args ?? [])],
  });
  closers.push(launched.close);
  await launched.page.getByRole('heading', { level: 1 }).first().waitFor();
  return launched;
}

/** A page of invented customers that stands still. */
async function practicePage(): Promise<PracticePage> {
  const page = await startPracticePage({
    port: 0,
    world: { kind: 'seed', seed: 3, lively: false },
    clock: { now: () => Date.now() },
    journalFile: null,
  });
  closers.push(page.close);
  return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function fillConnect(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** The window is new: Enter alone opens the form; it is told that a token will be pasted. */
async function beginByEnter(page: Page): Promise<void> {
  await page.locator('main button:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('input:focus').waitFor();
  await page.getByText('Incolla una chiave', { exact: true }).click();
  await page.locator('input[type="password"]:focus').waitFor();
}

/** An account is one line until somebody wants to know more. */
const openCard = (page: Page): Promise<void> => button(page, /^Dettagli di /).click();

async function connect(page: Page, practice: PracticePage): Promise<void> {
  await fillConnect(page, {
    [PAGE_ID]: practice.pageId,
    [TOKEN]: practice.token,
    [ADDRESS]: practice.url,
  });
  await page.keyboard.press('Enter');
}

/** Somebody comments on the newest post, now. */
async function customerAsks({ url, pageId, token }: PracticePage, message: string): Promise<void> {
  const answer = await fetch(`${url}/${pageId}/posts?limit=1&access_token=${token}`);
  const { data } = (await answer.json()) as { readonly data: readonly { readonly id: string }[] };
  const asked = new URLSearchParams({ parent: data[0]?.id ?? '', message });
  const said = await fetch(`${new URL(url).origin}/__practice/comment?${asked}`, {
    method: 'POST',
  });
  expect(said.ok).toBe(true);
}

const PAGE_ID = 'Identificativo della pagina';
const TOKEN = 'Chiave di accesso';
const ADDRESS = 'Indirizzo dell’API Graph';

describe('the first run', () => {
  test('one press on the sample data leads to a read practice page and its conversations', async () => {
    const { page, screenshot } = await open();
    await page.getByText('Già pronti: 4 ore lavorative, lun–ven 9–13 e 14–18').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('first-run');
    await button(page, 'Prova con dati di esempio').click();
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Control+,');
    await page.getByText('Pagina di esercitazione, tutto in ordine').waitFor({ timeout: 90_000 });
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('settings-accounts');
  });

  test('a wrong token says so at its field, keeps what was typed, and the right one connects', async () => {
    const practice = await practicePage();
    const { page, screenshot } = await open();
    await beginByEnter(page);
    await page.keyboard.press('Enter');
    await page.getByText('Incolla la chiave di accesso.').waitFor();
    const values = { [PAGE_ID]: practice.pageId, [TOKEN]: 'EAAwrong', [ADDRESS]: practice.url };
    await fillConnect(page, values);
    await page.keyboard.press('Enter');
    const said = page.getByText(/^La chiave non vale/);
    await said.waitFor();
    expect(await page.getByLabel(TOKEN, { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel(PAGE_ID).inputValue()).toBe(practice.pageId);
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('connect-wrong-token');
    await page.getByLabel(TOKEN, { exact: true }).fill(practice.token);
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Control+,');
    await openCard(page);
    await button(page, /^Dettagli \d/).click();
    await page.getByText(practice.pageId).waitFor();
  });

  test('an address without encryption, with another page or with nobody behind it says so', async () => {
    const practice = await practicePage();
    const { page } = await open();
    await beginByEnter(page);
    const { token } = practice;
    await fillConnect(page, {
      [PAGE_ID]: '1',
      [TOKEN]: token,
      [ADDRESS]: 'http://graph.example/v26.0',
    });
    await page.keyboard.press('Enter');
    await page.getByText(/^Senza https la chiave viaggerebbe in chiaro/).waitFor();
    await fillConnect(page, { [ADDRESS]: practice.url });
    await page.keyboard.press('Enter');
    await page.getByText(/^Con questa chiave la pagina non si trova/).waitFor();
    const gone = await practicePage();
    await gone.close();
    await fillConnect(page, { [ADDRESS]: gone.url });
    await page.keyboard.press('Enter');
    await page.getByText(/^A questo indirizzo non risponde nessuno/).waitFor();
  });
});

describe('the settings', () => {
  test('a changed deadline is previewed, saved by Ctrl+S, and kept over a restart', async () => {
    const profileDir = await mkdtemp(join(tmpdir(), 'riscontro-settings-'));
    closers.push(() => rm(profileDir, { recursive: true, force: true }));
    const { page, screenshot, close } = await open({ profileDir });
    await button(page, 'Modifica').click();
    const first = page.getByRole('textbox', { name: 'Prima risposta entro' });
    await first.fill('nove');
    await page.getByText('Scrivi un numero, da 1 minuto a 365 giorni.').waitFor();
    await first.fill('30');
    await page
      .getByRole('combobox', { name: /^Prima risposta entro/ })
      .selectOption({ label: 'minuti di calendario' });
    await page.getByText(/^Arriva adesso, scade /).waitFor();
    await page.getByRole('switch', { name: 'sab' }).click();
    await page.getByRole('textbox', { name: 'sabato, orario 1' }).fill('9-12.30');
    await page.getByRole('checkbox', { name: /^Natale/ }).click({ force: true });
    await page.getByText('Modifiche non salvate.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('settings-deadlines');
    await button(page, 'Scarta').click();
    expect(await first.inputValue()).toBe('4');
    await button(page, 'Ripristina').click();
    expect(await first.inputValue()).toBe('30');
    await page.keyboard.press('Control+S');
    await page.getByText(/^Salvato\./).waitFor();
    closers.splice(closers.indexOf(close), 1);
    await close();
    const again = await open({ profileDir });
    await again.page
      .getByText('Già pronti: 30 minuti di calendario, lun–ven 9–13 e 14–18, sab 9–12:30')
      .waitFor();
  });

  test('a changed deadline holds for what arrives afterwards', async () => {
    const practice = await practicePage();
    const { page, screenshot } = await open();
    await beginByEnter(page);
    await connect(page, practice);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Control+,');
    await page.getByText(/tutto in ordine|messi da parte/).waitFor({ timeout: 90_000 });
    await button(page, 'Scadenze e orari').click();
    await page.getByRole('textbox', { name: 'Prima risposta entro' }).fill('30');
    await page
      .getByRole('combobox', { name: /^Prima risposta entro/ })
      .selectOption({ label: 'minuti di calendario' });
    await page.keyboard.press('Control+S');
    await page.getByText(/^Salvato\./).waitFor();
    // The platform tells times in whole seconds: what arrives now must not seem older than the rule.
    const savedAtMs = Date.now();
    await expect.poll(() => Date.now() - savedAtMs, { timeout: 5_000 }).toBeGreaterThan(1_000);
    await customerAsks(practice, 'Quando riaprite il negozio di Zurlengo?');
    await button(page, 'Account').click();
    await openCard(page);
    await button(page, 'Leggi adesso').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.getByRole('searchbox').fill('Zurlengo');
    const timer = page.getByRole('option').locator('[data-timer]').first();
    await expect.poll(() => timer.innerText(), { timeout: 60_000 }).toMatch(/^(30|29|28) min$/);
    await screenshot('settings-new-deadline');
  });

  test('look, language and name change at once, and the window is sound in both looks', async () => {
    const { page, screenshot } = await open();
    await page.keyboard.press('Control+,');
    await button(page, 'Aspetto e lingua').click();
    await page.getByText('Scuro', { exact: true }).click();
    await page.waitForSelector('html[data-theme="dark"]');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { name: 'Look and language' }).waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Marta B.');
    await page.keyboard.press('Enter');
    await button(page, 'Save the name').and(page.locator(':disabled')).waitFor();
    await screenshot('settings-appearance-dark');
  });

  test('a backup says how big it is and where it lies, and lies there', async () => {
    const { page, screenshot } = await open();
    await page.keyboard.press('Control+,');
    await button(page, 'Dati e privacy').click();
    await button(page, 'Fai una copia adesso').click();
    await page.getByText(/^Copia fatta:/).waitFor();
    const file = (await page.locator('[role="status"] code').innerText()).trim();
    expect((await stat(file)).size).toBeGreaterThan(0);
    expect((await readFile(file)).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('settings-data');
  });

  test('removing an account asks first, says what goes and what stays, and leads to the beginning', async () => {
    const practice = await practicePage();
    const { page, screenshot } = await open();
    await beginByEnter(page);
    await connect(page, practice);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Control+,');
    await openCard(page);
    await button(page, 'Rimuovi…').click();
    await page
      .getByRole('alertdialog')
      .getByText(/^Spariscono da questo computer/)
      .waitFor();
    await screenshot('settings-remove');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await button(page, 'Rimuovi…').click();
    await button(page, 'Rimuovi l’account').click();
    await page.getByText('Nessun account', { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Collega una pagina Facebook' }).waitFor();
  });
});
