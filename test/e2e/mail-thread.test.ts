import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { rowOf } from '../support/inbox-window.ts';
import { threadDesk } from '../support/mail-thread-desk.ts';

const SUBJECT = 'Doppia fatturazione, bolletta 4471-B';

const showAll = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: /^(?:Tutti|All)/ })
    .first()
    .click();
const thread = (page: Page) => page.getByRole('group', { name: /Messaggi|Messages/ });

test('a thread of mails says who, to whom, what is new, and what became of ours', async () => {
  const desk = await threadDesk();
  const { page } = await desk.open();
  await showAll(page);
  await rowOf(page, 'Antonietta').click();
  const main = page.getByRole('main');
  await main.getByRole('heading', { name: SUBJECT }).waitFor();
  await thread(page).getByText('antonietta@posta.example', { exact: true }).last().waitFor();
  // What was dealt with is one line, and opens.
  await thread(page)
    .getByRole('button', { name: /ho ricevuto due addebiti/ })
    .click();
  expect(await thread(page).getByText('Via Po 9').count()).toBe(0);
  await page.getByRole('button', { name: 'Mostra citazione e firma' }).click();
  await thread(page)
    .getByText(/Via Po 9/)
    .waitFor();
  await thread(page)
    .getByText(/Gentile signora De Lucia,\n/)
    .waitFor();
  await page.getByRole('button', { name: 'Mostra le intestazioni' }).last().click();
  await thread(page).getByText('nio@posta.example').waitFor();
  await page.getByRole('button', { name: 'Mostra come è stata inviata' }).click();
  await page.frameLocator('iframe').getByText('La fibra arriva nella tua via').waitFor();
  await page.getByText('2 immagini da altrove non sono mostrate').waitFor();
  await page.getByRole('button', { name: 'Mostra solo il testo' }).click();
  await expect.poll(() => page.locator('iframe').count()).toBe(0);
  // The reply that did not arrive, and the way on.
  await page.getByText('Non è arrivata a antonietta@posta.example').waitFor();
  await page.getByText('La casella è piena.').waitFor();
  await page.getByRole('button', { name: /Rispondi di nuovo/ }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('textarea');
  expect(await seriousFindings(page)).toEqual([]);
});

test('files of a mail are looked at here or saved, and never opened', async () => {
  const desk = await threadDesk();
  const { page } = await desk.open();
  await rowOf(page, 'Antonietta').click();
  const dialog = page.getByRole('dialog');
  const look = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: `Guarda ${name}` }).press('Enter');
    await dialog.waitFor();
  };
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  };
  await look('estratto-conto.png');
  expect(await dialog.getByRole('img').getAttribute('src')).toMatch(/^data:image\/png/);
  await close();
  await look('invito.ics');
  await dialog.getByText('Sopralluogo al contatore').waitFor();
  await dialog.getByText(/martedì 1 dicembre 2026.*10:00/).waitFor();
  await dialog.getByText('Via Po 9, Torino').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await close();
  await look('addebito.eml');
  await dialog.getByText('Abbiamo addebitato 86,70 euro.').waitFor();
  await close();
  await look('note.txt');
  await dialog.getByText('Numero cliente 0118-44').waitFor();
  await dialog.getByRole('button', { name: 'Salva il file' }).click();
  await dialog.getByText(/Salvato come note/).waitFor();
  await close();
  // A name cannot turn its ending around.
  const program = page.getByRole('button', { name: /^Salva fatturafdp\.exe, .* può fare danni$/ });
  await program.waitFor();
});

test('what is not a person’s, not here or not where it says is said', async () => {
  const desk = await threadDesk();
  const { page } = await desk.open();
  await showAll(page);
  await rowOf(page, 'Negozio').click();
  await thread(page).getByText('lista di distribuzione').waitFor();
  await rowOf(page, 'Piero Grande').click();
  await page.getByText(/troppo grande .* non è stata scaricata/).waitFor();
  await rowOf(page, 'Estraneo').click();
  await page.getByRole('button', { name: 'Apri quella conversazione' }).click();
  await page.getByRole('main').getByText('Antonietta De Lucia').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('studio.neri');
  await page.getByRole('option').filter({ hasText: SUBJECT }).first().waitFor();
});

test('a conversation is printed as text, without controls, and loads nothing', async () => {
  const desk = await threadDesk();
  const { app, page } = await desk.open();
  await rowOf(page, 'Antonietta').click();
  await thread(page)
    .getByText(/Chiedo il rimborso/)
    .waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.keyboard.press('Control+p');
  await page.locator('body[data-printed]').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const sheet = page.getByRole('region', { name: 'Conversazione da stampare' });
  const words = await sheet.innerText();
  for (const part of [
    SUBJECT,
    'ho ricevuto due addebiti',
    'aperto la verifica',
    'fatturafdp.exe',
  ]) {
    expect(words).toContain(part);
  }
  expect(await sheet.locator('button, a, img, iframe').count()).toBe(0);
  expect(await page.locator('#root').isVisible()).toBe(false);
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows().filter((one) => one.isVisible());
    return (await window?.webContents.printToPDF({}))?.length ?? 0;
  });
  expect(pdf).toBeGreaterThan(1_000);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect.poll(() => page.getByLabel('Conversazione da stampare').count()).toBe(0);
  expect(asked).toEqual([]);
});

const NAMES = ['Antonietta', 'Estraneo', 'Negozio', 'Piero', 'Giulia Ferrero', 'Studio F'];

test.each([
  ['it', 'light'],
  ['en', 'dark'],
])('pictures in %s and %s are taken, and axe finds nothing', async (language, theme) => {
  const desk = await threadDesk();
  const { page, screenshot } = await desk.open([`--lang=${language}`, `--theme=${theme}`]);
  await showAll(page);
  for (const name of NAMES) {
    await rowOf(page, name).click();
    await page.waitForTimeout(700);
    for (const [width, height] of [
      [1_440, 900],
      [1_100, 700],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(200);
      await screenshot(`thread-${name.slice(0, 6)}-${language}-${theme}-${width}`);
    }
    expect(await seriousFindings(page)).toEqual([]);
  }
});
