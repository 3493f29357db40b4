import { expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openDesk, rowOf, undoSlot } from '../support/inbox-window.ts';

const COMMENTS = [
  { name: 'Giulia Rossi', message: 'Tre giorni senza linea, rispondete?', minutesAgo: 30 },
  { name: 'Marco Testa', message: 'La fibra arriva anche a Settimo?', minutesAgo: 20 },
  { name: 'Chiara Mazzoleni', message: 'Come cambio intestatario?', minutesAgo: 10 },
];

/** Looking at something takes a moment before it counts as read. */
const PATIENT = { timeout: 10_000 };

test('hands stay on the keyboard: move, take, no answer needed, undo, close, hand over', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  const selected = page.getByRole('option', { selected: true });
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect.poll(() => selected.innerText()).toContain('Marco Testa');
  await page.keyboard.press('k');
  await expect.poll(() => selected.innerText()).toContain('Giulia Rossi');
  await page.keyboard.press('a');
  await page
    .getByText(/^Assegnata a /)
    .first()
    .waitFor();
  await page.keyboard.press('n');
  await undoSlot(page).getByText('Giulia Rossi: non serve risposta').waitFor();
  await expect.poll(() => selected.innerText()).toContain('Marco Testa');
  await page.keyboard.press('z');
  await expect.poll(() => selected.innerText()).toContain('Giulia Rossi');
  await page.keyboard.press('e');
  await undoSlot(page).getByText('Conversazione di Giulia Rossi chiusa').waitFor();
  await page.keyboard.press('t');
  await page.getByRole('dialog').waitFor();
  await screenshot('inbox-hand-over');
  // The dialog begins at the one team that it can go to.
  await page.keyboard.press('Enter');
  await undoSlot(page).getByText('Passata a Comunicazione').waitFor();
});

test('a conversation is read once it was looked at, and stays unread when told so', async () => {
  const desk = await openDesk(COMMENTS);
  const { page } = await desk.open();
  const row = rowOf(page, 'Giulia Rossi');
  expect(await row.innerText()).toContain('Da leggere');
  await row.click();
  await expect.poll(() => row.innerText(), PATIENT).not.toContain('Da leggere');
  await page.keyboard.press('u');
  await expect.poll(() => row.innerText()).toContain('Da leggere');
  await rowOf(page, 'Marco Testa').click();
  await expect
    .poll(() => rowOf(page, 'Marco Testa').innerText(), PATIENT)
    .not.toContain('Da leggere');
  expect(await row.innerText()).toContain('Da leggere');
});

test('the list is one tab stop that names its rows, their place and their number', async () => {
  const desk = await openDesk(COMMENTS);
  const { page } = await desk.open();
  await page.keyboard.press('j');
  const list = page.getByRole('listbox');
  const active = await list.getAttribute('aria-activedescendant');
  const row = page.locator(`[id="${active}"]`);
  expect(await row.getAttribute('aria-setsize')).toBe('3');
  expect(await row.getAttribute('aria-posinset')).toBe('1');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox');
  await page.keyboard.press('End');
  await expect
    .poll(() => page.getByRole('option', { selected: true }).innerText())
    .toContain('Chiara Mazzoleni');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Messaggi',
  );
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox');
});

test('new conversations wait behind a count; the row under the pointer stays', async () => {
  const desk = await openDesk(COMMENTS);
  const { page } = await desk.open();
  await rowOf(page, 'Marco Testa').click();
  const before = await rowOf(page, 'Marco Testa').boundingBox();
  await desk.write('Il modem fa un rumore strano, è normale?');
  await page.getByRole('button', { name: /^Aggiornato/ }).click();
  await page.mouse.move(200, 400);
  const arrivals = page.getByRole('button', { name: '1 nuova' });
  await arrivals.waitFor({ timeout: 90_000 });
  expect(await page.getByRole('option').count()).toBe(3);
  expect(await rowOf(page, 'Marco Testa').boundingBox()).toEqual(before);
  await arrivals.click();
  await expect.poll(() => page.getByRole('option').count()).toBe(4);
});

test('the palette offers the open conversation’s commands, finds people, and forgives accents', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  await rowOf(page, 'Giulia Rossi').click();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByText('Questa conversazione').waitFor();
  await page.keyboard.type('intestatario');
  await palette.getByRole('option').filter({ hasText: 'Chiara Mazzoleni' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('inbox-palette');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByRole('heading', { level: 2, name: 'Chiara Mazzoleni' }).count())
    .toBe(1);
});

test('the inbox has no serious accessibility finding, in either look', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('j');
  await page.getByRole('region', { name: 'Risposta' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('inbox-light');
  await page.evaluate(() => window.riscontro.setTheme('dark'));
  await page.locator('html[data-theme=dark]').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('inbox-dark');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('inbox-shortcuts');
});
