import { expect, test } from 'vitest';
import { composer, openDesk, rowOf, undoSlot, type Written } from '../support/inbox-window.ts';

const COMMENTS: readonly Written[] = [
  { name: 'Giulia Rossi', message: 'Tre giorni senza linea, rispondete?', minutesAgo: 30 },
  { name: 'Marco Testa', message: 'La fibra arriva anche a Settimo?', minutesAgo: 20 },
  { name: 'Chiara Mazzoleni', message: 'Come cambio intestatario?', minutesAgo: 10 },
];

test('a reply waits out its undo window, arrives once, and its conversation is answered', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  await rowOf(page, 'Giulia Rossi').click();
  await page.keyboard.press('r');
  await page.keyboard.type('Ciao Giulia, un tecnico passa oggi fra le 14 e le 16.');
  await screenshot('inbox-composing');
  await page.keyboard.press('Control+Enter');
  await undoSlot(page)
    .getByText(/^Risposta a Giulia Rossi in uscita fra \d s$/)
    .waitFor();
  expect(await desk.published()).toEqual([]);
  const next = page.getByRole('option', { selected: true });
  expect(await next.innerText()).toContain('Marco Testa');
  await screenshot('inbox-undo-window');
  await rowOf(page, 'Giulia Rossi').getByText('Risposto in 30 min').waitFor({ timeout: 30_000 });
  expect(await desk.published()).toEqual(['Ciao Giulia, un tecnico passa oggi fra le 14 e le 16.']);
  await screenshot('inbox-answered');
});

test('an undone reply never leaves; its text and the selection return', async () => {
  const desk = await openDesk(COMMENTS);
  const { page } = await desk.open();
  await rowOf(page, 'Marco Testa').click();
  await page.keyboard.press('r');
  await page.keyboard.type('Sì, arriva da lunedì.');
  await page.keyboard.press('Control+Enter');
  await undoSlot(page)
    .getByText(/^Risposta a Marco Testa/)
    .waitFor();
  await page.keyboard.press('z');
  await expect.poll(() => composer(page).inputValue()).toBe('Sì, arriva da lunedì.');
  expect(await page.getByRole('option', { selected: true }).innerText()).toContain('Marco Testa');
  await rowOf(page, 'Marco Testa').getByText('Bozza').waitFor();
  expect(await desk.published()).toEqual([]);
});

test('the pointer over the undo slot holds the reply back until it leaves', async () => {
  const desk = await openDesk(COMMENTS);
  const { page } = await desk.open();
  await rowOf(page, 'Marco Testa').click();
  await page.keyboard.press('r');
  await page.keyboard.type('Arriva a dicembre.');
  await page.keyboard.press('Control+Enter');
  const slot = undoSlot(page);
  await slot.hover();
  const words = undoSlot(page).getByText(/^Risposta a Marco Testa in uscita fra \d s$/);
  const held = await words.innerText();
  const heldAtMs = Date.now();
  // Longer than the whole undo window: it would have left by now.
  await expect.poll(() => Date.now() - heldAtMs, { timeout: 15_000 }).toBeGreaterThan(9_000);
  expect(await words.innerText()).toBe(held);
  expect(await desk.published()).toEqual([]);
  await page.mouse.move(900, 300);
  await expect.poll(desk.published, { timeout: 30_000 }).toEqual(['Arriva a dicembre.']);
});

test('a reply that a new message overtook stops, shows both texts, and goes only when told to', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  await rowOf(page, 'Giulia Rossi').click();
  await page.keyboard.press('r');
  await page.keyboard.type('Stiamo verificando.');
  await page.keyboard.press('Control+Enter');
  await undoSlot(page)
    .getByText(/^Risposta a Giulia Rossi/)
    .waitFor();
  await desk.write('È tornata adesso, grazie!', 'Tre giorni senza linea, rispondete?');
  await rowOf(page, 'Giulia Rossi').getByText('Da verificare').waitFor({ timeout: 30_000 });
  await rowOf(page, 'Giulia Rossi').click();
  const stopped = page.getByRole('article').filter({ hasText: 'Arrivato nel frattempo' });
  await stopped.getByText('È tornata adesso, grazie!').waitFor();
  await stopped.getByText('Stiamo verificando.').waitFor();
  await screenshot('inbox-stopped-reply');
  expect(await desk.published()).toEqual([]);
  await page.getByRole('button', { name: 'Invia comunque' }).click();
  await expect.poll(desk.published, { timeout: 30_000 }).toEqual(['Stiamo verificando.']);
});

test('without a network the reply goes into the outbox and leaves when the network is back', async () => {
  const desk = await openDesk(COMMENTS);
  const { page, screenshot } = await desk.open();
  await page.context().setOffline(true);
  await page.getByText('Non in linea').first().waitFor();
  await rowOf(page, 'Chiara Mazzoleni').click();
  await page.keyboard.press('r');
  await page.keyboard.type('Dall’area clienti, voce Intestazione.');
  await page.getByRole('button', { name: 'Metti in uscita' }).waitFor();
  await screenshot('inbox-offline');
  await page.keyboard.press('Control+Enter');
  const slot = undoSlot(page);
  await slot.waitFor();
  await slot.waitFor({ state: 'detached', timeout: 30_000 });
  expect(await desk.published()).toEqual([]);
  await page.context().setOffline(false);
  await expect
    .poll(desk.published, { timeout: 60_000 })
    .toEqual(['Dall’area clienti, voce Intestazione.']);
});
