import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { seriousFindings } from '../support/axe.ts';
import {
  canRunPostfix,
  MAIL_USERS,
  startMailServers,
  type MailServers,
} from '../support/mail-servers/index.ts';
import { layInto, plainMail } from '../support/mail-servers/mailbox.ts';

const { care } = MAIL_USERS;
const WRONG = 'segreto-sbagliato';

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers({ smtp: canRunPostfix });
  layInto(servers, care.address, [
    ['uno', plainMail('guasto@posta.test')],
    ['due', plainMail('fattura@posta.test')],
  ]);
});
afterAll(() => servers.stop());

async function open(lang: 'it' | 'en' = 'it'): Promise<LaunchedApp> {
  const launched = await launchApp({ args: [`--lang=${lang}`, '--theme=light'] });
  onTestFinished(() => launched.close());
  await launched.page.getByRole('heading', { level: 1 }).first().waitFor();
  return launched;
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

/** Fills the fields of one server: it is on this computer, without encryption. */
async function fillServer(page: Page, name: string, port: number): Promise<void> {
  const server = page.getByRole('group', { name });
  await server.getByLabel('Cifratura').selectOption('none');
  await server.getByLabel('Server', { exact: true }).fill(servers.host);
  await server.getByLabel('Porta').fill(String(port));
  await server.getByLabel('Nome utente').fill(care.address);
}

/** Goes from the empty window to the form, says whose mailbox it is and where it lies. */
async function fillMailbox(page: Page, password: string): Promise<void> {
  await button(page, 'Collega una casella di posta').click();
  await page.getByLabel('Indirizzo e-mail').fill(care.address);
  await page.getByLabel('Nome del mittente').fill('Assistenza Ondalta');
  await button(page, 'Cerca i server').or(button(page, 'Prova la connessione')).waitFor();
  await button(page, 'Impostazioni a mano').click();
  await fillServer(page, 'Posta in arrivo (IMAP)', servers.dovecot.ports.imap);
  await fillServer(page, 'Posta in uscita (SMTP)', servers.postfix?.ports.submission ?? 0);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
}

describe.skipIf(!canRunPostfix)('a mailbox', () => {
  test('with a wrong password says so at its step and keeps what was typed; the right one brings its mails', async () => {
    const { page, profileDir, screenshot } = await open();
    await fillMailbox(page, WRONG);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const steps = page.getByRole('status', { name: 'Prova della connessione' });
    const failed = steps.getByRole('listitem').filter({ hasText: 'non riuscito' });
    await failed.getByText(/non accetta nome utente e password/).waitFor();
    expect(await failed.innerText()).toMatch(/^Accesso/);
    expect(await failed.count()).toBe(1);
    const field = page.getByRole('textbox', { name: 'Password' });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Indirizzo e-mail').inputValue()).toBe(care.address);
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('mailbox-wrong-password');
    await field.fill(care.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Connessione riuscita' }).waitFor();
    const folders = page.getByRole('group', { name: 'Cartelle da leggere' });
    expect(await folders.getByRole('checkbox', { checked: true }).count()).toBe(2);
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('mailbox-folders');
    await button(page, 'Collega la casella').click();
    await page.getByRole('option').first().waitFor();
    await expect.poll(() => page.getByRole('option').count()).toBe(2);
    await screenshot('mailbox-inbox');
    const log = await readFile(join(profileDir, 'logs', 'service.log'), 'utf8').catch(() => '');
    expect(log).not.toContain(care.password);
    expect(log).not.toContain(WRONG);
  });
});
