import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { composer, openDesk, rowOf } from '../support/inbox-window.ts';

const COMMENTS = [
  { name: 'Giulia Rossi', message: 'Tre giorni senza linea, rispondete?', minutesAgo: 30 },
  { name: 'Marco Testa', message: 'La fibra arriva anche a Settimo?', minutesAgo: 20 },
];

/** The process that the shell's log names last. */
async function servicePid(profileDir: string): Promise<number> {
  const log = await readFile(join(profileDir, 'logs', 'shell.log'), 'utf8');
  const pid = [...log.matchAll(/"service\.ready".*?"pid":(\d+)/g)].at(-1)?.[1];
  if (pid === undefined) throw new Error('The log does not name the process.');
  return Number(pid);
}

test('a draft is there again after a restart, and after a change of language', async () => {
  const desk = await openDesk(COMMENTS);
  const first = await desk.open();
  await rowOf(first.page, 'Giulia Rossi').click();
  await first.page.keyboard.press('r');
  await first.page.keyboard.type('Buongiorno Giulia, ');
  // Closed in the middle of a sentence, before any pause.
  await first.close();

  const { page, screenshot } = await desk.open();
  await rowOf(page, 'Giulia Rossi').getByText('Bozza').waitFor();
  await rowOf(page, 'Giulia Rossi').click();
  await expect.poll(() => composer(page).inputValue()).toBe('Buongiorno Giulia, ');
  await page.keyboard.press('r');
  await page.keyboard.press('End');
  await page.keyboard.type('verifichiamo.');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('switch to english');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'To answer' }).waitFor();
  const field = page.getByRole('region', { name: 'Reply' }).getByRole('textbox');
  expect(await field.inputValue()).toBe('Buongiorno Giulia, verifichiamo.');
  await screenshot('inbox-english');
});

test('each conversation keeps its own draft while one moves between them', async () => {
  const desk = await openDesk(COMMENTS);
  const { page } = await desk.open();
  await rowOf(page, 'Giulia Rossi').click();
  await page.keyboard.press('r');
  await page.keyboard.type('Per Giulia');
  await rowOf(page, 'Marco Testa').click();
  await page.keyboard.press('r');
  await page.keyboard.type('Per Marco');
  await rowOf(page, 'Giulia Rossi').click();
  await expect.poll(() => composer(page).inputValue()).toBe('Per Giulia');
  await rowOf(page, 'Marco Testa').click();
  await expect.poll(() => composer(page).inputValue()).toBe('Per Marco');
});

test('a note stays inside: it is yellow, saved with its writer, and never published', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  await rowOf(page, 'Giulia Rossi').click();
  await page.keyboard.press('i');
  await page.keyboard.type('Guasto TO-48213, tecnico oggi.');
  await page.getByRole('button', { name: 'Salva nota' }).waitFor();
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('article').filter({ hasText: 'nota interna' });
  await note.getByText('Guasto TO-48213, tecnico oggi.').waitFor();
  await screenshot('inbox-note');
  expect(await composer(page).inputValue()).toBe('');
  expect(await desk.published()).toEqual([]);
});

test('a text over the limit says by how much and cannot be sent', async () => {
  const desk = await openDesk(COMMENTS);
  const { page } = await desk.open();
  await rowOf(page, 'Giulia Rossi').click();
  await page.keyboard.press('r');
  await composer(page).fill('a'.repeat(8_003));
  await page.getByText('3 caratteri di troppo').waitFor();
  const send = page.getByRole('button', { name: 'Invia in pubblico' });
  await expect.poll(() => send.isDisabled()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await composer(page).fill('a'.repeat(8_000));
  await page.getByText('8.000 / 8.000').waitFor();
  await expect.poll(() => send.isDisabled()).toBe(false);
});

test('the service dies in the middle of a sentence: one types on, and all of it is kept', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  await rowOf(page, 'Giulia Rossi').click();
  await page.keyboard.press('r');
  await page.keyboard.type('Buongiorno ');
  process.kill(await servicePid(desk.profileDir), 'SIGKILL');
  await page.keyboard.type('Giulia, ');
  await page.getByText(/^Riconnessione in corso/).waitFor();
  await screenshot('inbox-reconnecting');
  await page.keyboard.type('verifichiamo.');
  await page.getByText(/^Riconnessione in corso/).waitFor({ state: 'detached' });
  await page.getByText('Bozza salvata').waitFor();
  expect(await composer(page).inputValue()).toBe('Buongiorno Giulia, verifichiamo.');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(desk.published, { timeout: 30_000 })
    .toEqual(['Buongiorno Giulia, verifichiamo.']);
});
