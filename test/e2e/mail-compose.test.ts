/** Writing a mail in the window: by keyboard, kept with all that belongs to it. */
import { expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { rowOf } from '../support/inbox-window.ts';
import { mailDesk } from '../support/mail-desk.ts';

test('a mail that is passed on is kept with its people, subject and files, and waits for an address that is one', async () => {
  const desk = await mailDesk();
  await desk.arrive(
    {
      from: 'giulia@cliente.example',
      name: 'Giulia Rossi',
      subject: 'Guasto in via Po',
      text: 'Buongiorno, il tecnico non si è visto.',
      files: [
        { name: 'foto.jpg', type: 'image/jpeg', body: 'x'.repeat(9_000) },
        { name: 'contratto.pdf', type: 'application/pdf', body: 'y'.repeat(5_000) },
      ],
    },
    30,
  );
  await desk.read();
  const first = await desk.open();
  const { page, screenshot } = first;
  await page.setViewportSize({ width: 1100, height: 700 });
  await rowOf(page, 'Giulia Rossi').click();
  await page.getByText('il tecnico non si è visto').last().waitFor();
  await page.keyboard.press('Shift+F');
  const to = page.getByRole('combobox', { name: 'A', exact: true });
  await expect
    .poll(() => to.evaluate((field) => field === document.activeElement), { timeout: 10_000 })
    .toBe(true);
  await page.keyboard.type('tecnici, "Neri, Ada" <ada@studio.example>,');
  await page.getByText('Un indirizzo non è valido: correggilo o toglilo.').waitFor();
  const send = page.getByRole('button', { name: /^Inoltra e-mail/ });
  expect(await send.isDisabled()).toBe(true);
  // Back over the chips: the wrong one is taken up again and put right.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type('@fornitore.example');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Oggetto' }).fill('Urgente: guasto in via Po');
  await page.getByRole('button', { name: 'Togli contratto.pdf' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'pianta.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Scala B, terzo piano'),
  });
  await expect.poll(() => send.isEnabled(), { timeout: 10_000 }).toBe(true);
  await screenshot('mail-compose-forward');
  await page.getByText('Bozza salvata').waitFor();
  await first.close();

  const { page: again } = await desk.open();
  await rowOf(again, 'Giulia Rossi').getByText('Bozza').waitFor();
  await rowOf(again, 'Giulia Rossi').click();
  await again.getByText('Urgente: guasto in via Po').waitFor();
  expect(await again.getByRole('radio', { name: 'Inoltra' }).isChecked()).toBe(true);
  await again.getByRole('button', { name: 'Modifica' }).click();
  const people = again.getByRole('list', { name: 'A', exact: true });
  await people.getByText('Neri, Ada').waitFor();
  await people.getByText('tecnici@fornitore.example').waitFor();
  const files = again.getByRole('list', { name: 'Allegati' });
  await files.getByText('pianta.txt').waitFor();
  await again.getByRole('button', { name: 'Inoltra anche contratto.pdf' }).waitFor();
  const found = await seriousFindings(again);
  expect(found.filter(({ nodes }) => !nodes.every((node) => node.includes('_open_')))).toEqual([]);
});
