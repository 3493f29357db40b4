import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { seriousFindings } from '../support/axe.ts';
import { composer } from '../support/inbox-window.ts';

const REPLY = 'Buongiorno, ci dispiace: verifichiamo subito e ti scriviamo entro oggi.';

/** The practice workspace, read to its end. */
async function openPractice(args: readonly string[]): Promise<LaunchedApp> {
  const launched = await launchApp({ demo: true, args });
  onTestFinished(() => launched.close());
  await launched.page.getByText(/^(Aggiornato|Updated)/).waitFor({ timeout: 60_000 });
  return launched;
}

const answeredOf = async (page: Page): Promise<number> => {
  const card = page.getByRole('button', { name: 'Customer Care', pressed: false }).first();
  const [, answered = ''] = /(\d+) su \d+/.exec(await card.innerText()) ?? [];
  return Number(answered);
};

test('a newcomer answers one comment and sees the timer stop and the point move', async () => {
  const { page, screenshot } = await openPractice(['--lang=it', '--theme=light']);
  await page.keyboard.press('Control+2');
  await page.getByRole('group', { name: /^Mappa/ }).waitFor();
  const before = await answeredOf(page);
  await screenshot('position-before');
  await page.keyboard.press('Control+1');
  await page.getByRole('option').first().click();
  await page.keyboard.press('r');
  await composer(page).fill(REPLY);
  await screenshot('position-newcomer-writes');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Risposto in').first().waitFor({ timeout: 30_000 });
  await page.keyboard.press('Control+2');
  await expect.poll(() => answeredOf(page), { timeout: 15_000 }).toBe(before + 1);
  await page.getByText(/Da quando hai aperto Riscontro: .* 1 risposta in più/).waitFor();
  await screenshot('position-after');
});

test('every figure opens its conversations, by keyboard alone, and the table says the same', async () => {
  const { page, screenshot } = await openPractice(['--lang=en', '--theme=dark']);
  await page.keyboard.press('Control+2');
  const point = page.getByRole('button', { name: /^Customer Care: response rate/ });
  await point.focus();
  await page.keyboard.press('Enter');
  const detail = page.getByRole('complementary', { name: 'Customer Care' });
  const open = detail.getByRole('button', { name: /^of which still to answer/ });
  await open.press('Enter');
  const count = Number(/\d+$/.exec(await open.innerText())?.[0]);
  expect(count).toBeGreaterThan(0);
  await detail.getByRole('listitem').first().waitFor();
  await screenshot('position-detail');
  await detail.getByRole('button', { name: 'Open in Inbox' }).press('Enter');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Control+2');
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  const table = page.getByRole('region', { name: 'The same figures as a table' });
  await table
    .getByRole('row', { name: /^This period/ })
    .first()
    .waitFor();
  await screenshot('position-table');
  await page.getByRole('radio', { name: 'Blogmeter' }).check({ force: true });
  await page.getByText(/Visitor posts only/).waitFor();
  await screenshot('position-blogmeter');
});

test('axe finds no serious violation on map, detail and table, light and dark', async () => {
  const { page, screenshot } = await openPractice(['--lang=it', '--theme=light']);
  await page.keyboard.press('Control+2');
  await page.getByRole('group', { name: /^Mappa/ }).waitFor();
  await screenshot('position-axe');
  await page.getByRole('button', { name: /^Customer Care: tasso/ }).click();
  await page.getByRole('complementary', { name: 'Customer Care' }).waitFor();
  const light = await seriousFindings(page);
  await page.getByRole('radio', { name: 'Tabella' }).check({ force: true });
  const table = await seriousFindings(page);
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
  });
  await page.getByRole('radio', { name: 'Mappa' }).check({ force: true });
  expect([light, table, await seriousFindings(page)]).toEqual([[], [], []]);
});
