import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/app.ts';
import { seriousFindings } from '../support/axe.ts';
import { riscontro } from '../support/cli.ts';
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

async function open(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const launched = await launchApp({ ...options, args: ['--lang=it', '--theme=light'] });
  onTestFinished(() => launched.close());
  await launched.page.getByRole('heading', { level: 1 }).first().waitFor();
  return launched;
}

/** A server of this computer, as the command line names it. */
const at = (port: number): string => `127.0.0.1:${port}/none`;

/** Connects the mailbox from the command line, before any window is open. */
async function connectByCommand(profileDir: string): Promise<void> {
  const file = join(profileDir, 'password');
  await writeFile(file, care.password);
  const words = ['--profile', profileDir, 'mail', 'add', care.address, '--password-file', file];
  const imap = at(servers.dovecot.ports.imap);
  const smtp = at(servers.postfix?.ports.submission ?? 0);
  const end = await riscontro(...words, '--imap', imap, '--smtp', smtp);
  if (end.code !== 0) throw new Error(end.stderr);
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

  test('takes another name and an alias once they are tested, and no password that does not fit', async () => {
    const profileDir = await mkdtemp(join(tmpdir(), 'riscontro-mailbox-'));
    onTestFinished(() => rm(profileDir, { recursive: true, force: true }));
    await connectByCommand(profileDir);
    const { page, screenshot } = await open({ profileDir });
    await page.keyboard.press('Control+,');
    await button(page, /^Dettagli di /).click();
    expect(await page.getByText('Permessi', { exact: true }).count()).toBe(0);
    await button(page, /^Indirizzi /).click();
    await page.getByLabel(`Nome del mittente per ${care.address}`).fill('Ondalta');
    await button(page, 'Aggiungi un indirizzo').click();
    await page.getByLabel('Indirizzo 2').fill('reclami@negozio.test');
    await button(page, 'Prova e salva').click();
    await page.getByText('Provato e salvato.').waitFor();
    await page.getByText(`${care.address}, reclami@negozio.test`).waitFor();
    await button(page, /^Accesso /).click();
    await page.getByRole('textbox', { name: 'Nuova password' }).fill(WRONG);
    await button(page, 'Prova e conserva').click();
    const failed = page.getByRole('listitem').filter({ hasText: 'non riuscito' });
    await failed.getByText(/non accetta nome utente e password/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('mailbox-card');
    // The one that is kept still opens the mailbox.
    await button(page, 'Leggi adesso').click();
    await page.getByText('E-mail, tutto in ordine').waitFor();
  });

  test('has a signature per team and language, saved when its field is left, and the one before comes back', async () => {
    const { page, screenshot } = await open();
    await page.keyboard.press('Control+,');
    await button(page, 'Firme').click();
    const field = page.getByRole('textbox', { name: 'Firma di Customer Care, italiano' });
    await field.fill('Assistenza Ondalta');
    await page.keyboard.press('Tab');
    await page.getByText('Salvata').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('settings-signatures');
    await button(page, /^Account$/).click();
    await button(page, 'Firme').click();
    expect(await field.inputValue()).toBe('Assistenza Ondalta');
    await field.fill('Servizio clienti');
    await button(page, /^Account$/).click();
    await button(page, 'Firme').click();
    await expect.poll(() => field.inputValue()).toBe('Servizio clienti');
    await field.fill('');
    await page.keyboard.press('Tab');
    await button(page, 'Torna a quella di prima').click();
    expect(await field.inputValue()).toBe('Servizio clienti');
  });
});
