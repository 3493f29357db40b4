import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { deceit, letter, longText, newsletter } from '../support/friendly-mail.ts';
import {
  buildMailApp,
  openMailWindow,
  PIXELS,
  removeMailApp,
  sheetHeight,
} from '../support/mail-window.ts';

let folder = '';
beforeAll(async () => {
  folder = await buildMailApp();
});
afterAll(() => removeMailApp(folder));

const PATIENT = { timeout: 20_000 };
const logo = { contentId: 'logo@studio', dataUrl: PIXELS };

describe('a mail', () => {
  test('is shown as it was made; pictures from elsewhere are asked for once a person wants them', async () => {
    const { page, show } = await openMailWindow(folder);
    const url = 'https://img.ondalta.example/prima.jpg';
    const frame = await show({ html: newsletter }, { [url]: PIXELS });
    expect(await frame?.locator('img').count()).toBe(0);
    await frame?.getByText('Una casa luminosa con la fibra').waitFor();
    const style = await frame?.locator('h1').evaluate((node) => getComputedStyle(node).fontSize);
    const ground = await frame?.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect([style, ground]).toEqual(['24px', 'rgb(240, 236, 228)']);
    expect(await page.evaluate(() => window.mailPage.asked)).toEqual([]);
    await page.getByText('2 immagini da altrove non sono mostrate').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mostra le immagini' }).click();
    await page.getByText('1 immagine non si può caricare').waitFor();
    // The counter was not asked for: it shows nothing.
    expect(await page.evaluate(() => window.mailPage.asked)).toEqual([
      'https://img.ondalta.example/logo.png',
      url,
    ]);
    const shown = page.frameLocator('iframe').locator('img');
    await shown.waitFor();
    expect(await shown.getAttribute('src')).toBe(PIXELS);
  });

  test('is as high as what it holds, at every width, and folded when that is much', async () => {
    const { app, page, show } = await openMailWindow(folder);
    const rows = '<p style="margin:0;height:100px">riga</p>';
    await show({ html: rows.repeat(3) });
    await expect.poll(() => sheetHeight(page), PATIENT).toBe(324);
    const wide = '<style>p{height:100px;margin:0}@media (max-width:500px){p{height:200px}}</style>';
    await show({ html: `${wide}<p>riga</p>` });
    await expect.poll(() => sheetHeight(page), PATIENT).toBe(124);
    await page.locator('#root').evaluate((node) => node.setAttribute('class', 'narrow'));
    await expect.poll(() => sheetHeight(page), PATIENT).toBe(224);
    await show({ html: rows.repeat(40) });
    await expect.poll(() => sheetHeight(page), PATIENT).toBe(638);
    await page.getByRole('button', { name: 'Mostra tutta l’e-mail' }).click();
    await expect.poll(() => sheetHeight(page), PATIENT).toBe(4_024);
    await page.getByRole('button', { name: 'Riduci l’e-mail' }).click();
    await expect.poll(() => sheetHeight(page), PATIENT).toBe(638);
    // One window measures them all, and goes with the page's.
    expect(app.windows().length).toBe(2);
  });

  test('leads outside by a link that a person follows, with the keys too, and says where', async () => {
    const { page, show, opened } = await openMailWindow(folder);
    const frame = await show({ html: letter, inline: [logo] });
    const link = frame?.getByRole('link', { name: 'www.ondalta.example/aiuto/modem' });
    await link?.click({ noWaitAfter: true });
    await expect.poll(opened, PATIENT).toEqual(['https://www.ondalta.example/aiuto/modem']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(opened, PATIENT).toEqual(['tel:+39011123456']);
    expect(await link?.getAttribute('title')).toBe('https://www.ondalta.example/aiuto/modem');
    expect(await frame?.locator('.riscontro-truth').count()).toBe(0);
    const lies = await show({ html: deceit });
    expect(await lies?.locator('.riscontro-truth').allTextContents()).toEqual([
      'login.ladri.example',
      'ladri.example',
      'xn--bnca-53d.example',
    ]);
    expect(await lies?.getByRole('link').count()).toBe(2);
  });

  test('without HTML, or with too much of it, is its plain text, whose addresses can be followed', async () => {
    const { page, show, opened } = await openMailWindow(folder);
    for (const html of [
      null,
      '<div>'.repeat(100_000),
      'x'.repeat(10_000_001),
      '<!-- nothing -->',
    ]) {
      expect(await show({ html, text: 'Vedi https://a.example/x.' })).toBeNull();
      await page.getByRole('link', { name: 'https://a.example/x', exact: true }).click();
      await expect.poll(opened, PATIENT).toEqual(['https://a.example/x']);
    }
    await show({ text: `${'w '.repeat(1_990)}https://a.example/cut-${'off'.repeat(50)}` });
    expect(await page.getByRole('link').count()).toBe(0);
    await page.getByRole('button', { name: /^Mostra altro/ }).click();
    expect(await page.getByRole('link').count()).toBe(1);
  });
});

describe('pictures of mails', () => {
  const sizes = [
    [1_440, 900],
    [1_100, 700],
  ] as const;
  const mails = {
    newsletter: { html: newsletter },
    letter: { html: letter, inline: [logo] },
    hostile: { html: deceit },
    plain: { text: longText },
  };
  test.each([
    ['it', 'light'],
    ['it', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ])('in %s and %s are taken, and axe finds nothing', async (language, theme) => {
    const window = await openMailWindow(folder, [`--lang=${language}`, `--theme=${theme}`]);
    for (const [name, body] of Object.entries(mails)) {
      await window.show(body);
      for (const [width, height] of sizes) {
        await window.page.setViewportSize({ width, height });
        await window.steady();
        await window.screenshot(`mail-${name}-${language}-${theme}-${width}`);
      }
      expect(await seriousFindings(window.page)).toEqual([]);
    }
  });
});
