import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openDesk, rowOf, undoSlot, type Written } from '../support/inbox-window.ts';

/** The same name under two ids of the platform, and one more person. */
const COMMENTS: readonly Written[] = [
  { name: 'Marco Testa', message: 'Tre giorni senza linea, rispondete?', minutesAgo: 30 },
  { name: 'Giulia Rossi', message: 'Quando arriva la fibra a Torino?', minutesAgo: 20 },
  { name: 'Testa Marco', message: 'Ancora io, da un altro profilo.', minutesAgo: 10 },
];

const details = (page: Page) => page.getByRole('complementary', { name: /Dettagli|Details/ });
const whereTheyWrite = (page: Page) =>
  details(page).getByRole('region', { name: /Dove scrive|Where they write/ });
const history = (page: Page) => details(page).getByRole('region', { name: /Storico|History/ });
const dialog = (page: Page) => page.getByRole('dialog');

test('two profiles of one customer are linked by hand, show at both, and are taken apart with undo', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  await rowOf(page, 'Marco Testa').first().click();
  await whereTheyWrite(page).getByText('Marco Testa').waitFor();
  await history(page).getByText('Nessun’altra conversazione di questa persona.').waitFor();
  await page.keyboard.press('Shift+L');
  const proposal = dialog(page).getByRole('option', { name: /Testa Marco/ });
  await proposal.getByText('Stesso nome e cognome: solo un indizio').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('customers-proposed');
  // Somebody is found by the beginning of a name, and nobody who is it already.
  await page.keyboard.type('giul');
  await dialog(page)
    .getByRole('option', { name: /Giulia Rossi/ })
    .waitFor();
  await screenshot('customers-found');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('test mar');
  await dialog(page)
    .getByRole('option', { name: /Testa Marco/ })
    .waitFor();
  expect(await dialog(page).getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await undoSlot(page).getByText('Testa Marco: stesso cliente').waitFor();
  await whereTheyWrite(page).getByText('Testa Marco').waitFor();
  await history(page).getByRole('button', { name: 'Commento Ancora io' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('customers-linked');

  // The other side shows it too.
  await history(page)
    .getByRole('button', { name: /Ancora io/ })
    .click();
  await whereTheyWrite(page).getByText('Marco Testa', { exact: true }).waitFor();
  await history(page)
    .getByRole('button', { name: /Tre giorni/ })
    .waitFor();

  await whereTheyWrite(page).getByRole('button', { name: 'Scollega Marco Testa' }).click();
  await undoSlot(page).getByText('Marco Testa: non più lo stesso cliente').waitFor();
  await history(page).getByText('Nessun’altra conversazione').waitFor();
  await page.keyboard.press('z');
  await whereTheyWrite(page).getByText('Marco Testa', { exact: true }).waitFor();
  await history(page)
    .getByRole('button', { name: /Tre giorni/ })
    .waitFor();
});

test('in a narrow window, dark and in English, it is all there', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open({ args: ['--lang=en', '--theme=dark'] });
  await page.setViewportSize({ width: 1100, height: 700 });
  await rowOf(page, 'Marco Testa').first().click();
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('d');
  await whereTheyWrite(page).getByRole('button', { name: /Link…/ }).click();
  await dialog(page).getByText('Perhaps the same person').first().waitFor();
  await dialog(page).getByRole('option').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('customers-proposed-dark');
  await dialog(page).getByRole('option').first().click();
  await whereTheyWrite(page).getByRole('button', { name: 'Unlink Testa Marco' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await screenshot('customers-linked-dark');
});
