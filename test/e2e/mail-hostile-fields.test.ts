import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hostileMails } from '../support/hostile-mail.ts';
import { mailDesk, type MailDesk } from '../support/mail-desk.ts';
import { startEar } from '../support/mail-watch.ts';
import { watchPage } from '../support/page-watch.ts';

const DIRECTIONS = [
  '\u202egro.elpmaxe//:sptth\u202c',
  '\u2066\u2067\u2068fattura\u202efdp.exe\u2069',
  '\u200f\u200e\ufeffciao\u0000\u0007\u001b[31m',
];
/** Each payload stands whole in the text, and as far as a header goes in the others. */
const HEADER_LENGTH = 600;
const PATIENT = { timeout: 20_000 };

/** One thread per group: every payload in the subject, the sender's name, a file's name and the text. */
async function fillWith(desk: MailDesk, origin: string): Promise<readonly string[]> {
  const groups = { ...hostileMails(origin), directions: DIRECTIONS };
  let minutes = 1;
  for (const [group, payloads] of Object.entries(groups)) {
    for (const [at, payload] of payloads.entries()) {
      const short = payload.slice(0, HEADER_LENGTH).replaceAll(/[\r\n]/g, ' ');
      await desk.arrive(
        {
          from: `${group}@cattivo.example`,
          name: `${short} ${group}`,
          cc: `"${short.replaceAll(/["\\]/g, '')}" <cc@cattivo.example>`,
          subject: short,
          text: `${payload.slice(0, 3_000)}\n\n-- \n${short}\n\n> ${short}`,
          id: `${group}-${at}`,
          ...(at === 0 ? {} : { answers: `${group}-0` }),
          files: [{ name: short.slice(0, 200), type: 'text/plain', body: payload.slice(0, 3_000) }],
        },
        minutes,
      );
      minutes += 1;
    }
  }
  await desk.read();
  return Object.keys(groups);
}

/** Everything that is said of the open conversation: folded lines, headers, quotes. */
async function unfoldAll(page: Page): Promise<void> {
  for (const label of ['', 'intestazioni|citazione']) {
    await page.evaluate(async (label) => {
      const folded = 'main button[aria-expanded=false]';
      for (const button of document.querySelectorAll<HTMLElement>(folded)) {
        if (new RegExp(label).test(button.textContent)) button.click();
      }
      for (const details of document.querySelectorAll('details')) details.open = true;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }, label);
  }
}

test('what strangers write into any field of a mail is text wherever it is shown', async () => {
  const ear = await startEar();
  const desk = await mailDesk();
  const groups = await fillWith(desk, ear.origin);
  const launched = await desk.open();
  const { page } = launched;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => {
    window.print = () => {};
  });
  const deeds = await watchPage(launched);
  const bad: Record<string, readonly string[]> = {};
  const note = async (where: string): Promise<void> => {
    const found = await deeds();
    if (found.length > 0) bad[where] = [...new Set(found)];
  };
  await page
    .getByRole('button', { name: /^Tutti/ })
    .first()
    .click();
  await expect.poll(() => page.getByRole('option').count(), PATIENT).toBe(groups.length);
  await note('list');
  const rows = page.getByRole('option');
  for (const [at, group] of groups.entries()) {
    await rows.nth(at).click();
    const mails = page.locator('[data-message]');
    await expect.poll(() => mails.count(), PATIENT).toBeGreaterThan(2);
    await unfoldAll(page);
    await note(`conversation and details: ${group}`);
    await page.keyboard.press('Control+p');
    await page
      .getByRole('region', { name: 'Conversazione da stampare', includeHidden: true })
      .waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    await note(`print: ${group}`);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await mails.last().focus();
    await page.keyboard.press('r');
    await note(`composer: ${group}`);
    await page.keyboard.press('Escape');
  }
  await page
    .getByRole('button', { name: /^Guarda/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await note('a file');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('cattivo');
  await page.getByRole('listbox', { name: 'Cerca' }).getByRole('option').nth(3).waitFor();
  await note('palette');
  expect(bad).toEqual({});
  expect(ear.heard()).toBe(0);
});
