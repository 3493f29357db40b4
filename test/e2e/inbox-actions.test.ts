import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import {
  composer,
  openDesk,
  rowOf,
  undoSlot,
  type Desk,
  type Written,
} from '../support/inbox-window.ts';

const INSULT = 'Siete dei ladri, ecco il mio canale: guadagni facili!';
const COMMENTS: readonly Written[] = [
  { name: 'Giulia Rossi', message: 'Tre giorni senza linea, rispondete?', minutesAgo: 30 },
  { name: 'Marco Testa', message: INSULT, minutesAgo: 20 },
];

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const ARRIVES = { timeout: 45_000 };

const stands = (desk: Desk, text: string) =>
  desk.practice.control.snapshot().comments.find((comment) => comment.text === text);

const messageOf = (page: Page, text: string) =>
  page.getByRole('article').filter({ hasText: text }).first();

const menuEntry = (page: Page, name: string) => page.getByRole('menuitem', { name });

test('a hidden comment is a tombstone at once, comes back by undo, and is really hidden at the page', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  await rowOf(page, 'Marco Testa').click();
  await messageOf(page, INSULT).waitFor();
  // By keyboard into the thread, to the message, to its menu, and out again.
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('.');
  await menuEntry(page, 'Modifica').getByText('Solo su ciò che ha scritto la pagina').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-message'))).toBe(
    true,
  );
  await page.keyboard.press('h');
  await page.getByText('Commento di Marco Testa: verrà nascosto').waitFor();
  await undoSlot(page)
    .getByText(/^Marco Testa: nascosto fra \d s$/)
    .waitFor();
  await screenshot('actions-hiding');
  await page.keyboard.press('z');
  await messageOf(page, INSULT).getByText(INSULT).waitFor();
  expect(stands(desk, INSULT)?.hidden).toBe(false);
  await page.keyboard.press('h');
  await expect.poll(() => stands(desk, INSULT)?.hidden, ARRIVES).toBe(true);
  await page.getByText('Commento di Marco Testa nascosto dalla pagina').waitFor(ARRIVES);
  await screenshot('actions-hidden');
  await page.getByRole('button', { name: 'Mostra di nuovo' }).click();
  await expect.poll(() => stands(desk, INSULT)?.hidden, ARRIVES).toBe(false);
});

test('from the menu: a like, new words for what the page wrote, and a deletion that asks first', async () => {
  const desk = await openDesk(COMMENTS);
  const { control } = desk.practice;
  const complaint = stands(desk, INSULT);
  control.ownReply({ parent: complaint?.id ?? '', text: 'Stiamo gardando.' });
  const { page, screenshot } = await desk.open();
  // Answered, it is to be found among all.
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await rowOf(page, 'Marco Testa').click();
  const ours = messageOf(page, 'Stiamo gardando.');
  await ours.waitFor(ARRIVES);
  await ours.hover();
  await ours.getByRole('button', { name: 'Modifica' }).click();
  const field = page.getByRole('textbox', { name: 'Nuovo testo del messaggio' });
  await field.fill('Stiamo guardando.');
  await screenshot('actions-edit');
  await page.keyboard.press('Control+Enter');
  await messageOf(page, 'Stiamo guardando.').waitFor();

  await messageOf(page, INSULT).click({ button: 'right' });
  await screenshot('actions-menu');
  expect(await seriousFindings(page)).toEqual([]);
  await menuEntry(page, 'Mi piace').click();
  await messageOf(page, INSULT).getByText('1 Mi piace, piace alla pagina').waitFor();
  await expect.poll(() => stands(desk, INSULT)?.likedByPage, ARRIVES).toBe(true);
  await expect.poll(() => stands(desk, 'Stiamo guardando.')?.byPage, ARRIVES).toBe(true);

  await messageOf(page, INSULT).click({ button: 'right' });
  await menuEntry(page, 'Elimina il commento').click();
  const question = page.getByRole('dialog', { name: 'Eliminare il commento di Marco Testa?' });
  await question.getByText(INSULT).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Annulla');
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('actions-delete');
  await question.getByRole('button', { name: 'Elimina', exact: true }).click();
  await page.getByText('Commento di Marco Testa: verrà eliminato').waitFor();
  await expect.poll(() => stands(desk, INSULT)?.visible, ARRIVES).toBe(false);
});

test('a private reply goes to the person alone, and only once; a picture goes with a public one', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  await rowOf(page, 'Marco Testa').click();
  await messageOf(page, INSULT).waitFor();
  await page.keyboard.press('p');
  await page.keyboard.type('Ci scrivi il tuo codice cliente?');
  await page.getByText(/Una sola risposta privata per commento: ancora 6 g/).waitFor();
  await screenshot('actions-private');
  await page.getByRole('button', { name: 'Invia in privato' }).click();
  await rowOf(page, 'Giulia Rossi').click();
  await messageOf(page, 'Tre giorni senza linea').waitFor();
  const file = page.locator('input[type="file"]');
  await file.setInputFiles({ name: 'nota.pdf', mimeType: 'application/pdf', buffer: PIXEL });
  await page.getByText('Si possono allegare immagini JPEG').waitFor();
  await file.setInputFiles({ name: 'guasto.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByText('guasto.png').waitFor();
  await composer(page).fill('Il guasto è qui.');
  await screenshot('actions-picture');
  await page.getByRole('button', { name: 'Invia in pubblico' }).click();
  await undoSlot(page)
    .getByText(/^Risposta a Giulia Rossi/)
    .waitFor();
  await page.keyboard.press('z');
  await expect.poll(() => composer(page).inputValue()).toBe('Il guasto è qui.');
  await page.getByText('guasto.png').waitFor();
  await page.getByRole('button', { name: 'Invia in pubblico' }).click();
  await expect
    .poll(() => stands(desk, 'Il guasto è qui.'), ARRIVES)
    .toMatchObject({ byPage: true, photo: true });
  const told = () =>
    desk.practice.control
      .snapshot()
      .conversations.flatMap(({ person, messages }) =>
        messages.map(({ text }) => `${person.name}: ${text}`),
      );
  await expect.poll(told, ARRIVES).toEqual(['Marco Testa: Ci scrivi il tuo codice cliente?']);
  await rowOf(page, 'Marco Testa').click();
  await page.getByRole('radio', { name: 'Privata' }).check({ force: true });
  await page.getByText(/Già fatto: una sola risposta privata per commento/).waitFor(ARRIVES);
  await screenshot('actions-private-done');
});
