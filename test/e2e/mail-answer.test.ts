/** A mail from a customer's program through real servers to the window, and back into their thread. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerDesk } from '../support/answer-desk.ts';
import { seriousFindings } from '../support/axe.ts';
import { composer, rowOf, undoSlot } from '../support/inbox-window.ts';
import {
  canRunPostfix,
  MAIL_USERS,
  startMailServers,
  type MailServers,
} from '../support/mail-servers/index.ts';

const { care, customer } = MAIL_USERS;
const studio = { address: 'studio@posta.test', password: 'segreto-studio' };
const SOON = { timeout: 30_000 };

describe.skipIf(!canRunPostfix)('a mail that is answered in the window', () => {
  let servers: MailServers;
  beforeAll(async () => {
    servers = await startMailServers({ smtp: true, users: [care, customer, studio] });
  });
  afterAll(() => servers.stop());

  test('arrives, is answered by keyboard, and lies in the thread of its customer; then to all, with a file', async () => {
    const desk = await answerDesk(servers);
    await desk.write({
      subject: 'Fattura doppia',
      text: 'Buongiorno, la fattura di novembre è arrivata due volte. Quale devo pagare?',
      cc: studio.address,
    });
    const { page, screenshot } = await desk.open();
    await page.setViewportSize({ width: 1440, height: 900 });
    await rowOf(page, 'Anna').waitFor(SOON);
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.getByText('Re: Fattura doppia').waitFor();
    await page.keyboard.type('Gentile Anna, paghi pure la prima: la seconda è annullata.');
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot('mail-compose-it-light');
    await page.keyboard.press('Control+Enter');
    await undoSlot(page)
      .getByText(/^E-mail a Anna in uscita fra \d s$/)
      .waitFor();
    await rowOf(page, 'Anna')
      .getByText(/^Risposto in/)
      .waitFor(SOON);
    await expect.poll(() => desk.mailsIn(customer, 'INBOX'), SOON).toHaveLength(1);

    const [asked] = await desk.mailsIn(care, 'INBOX');
    const [answer] = await desk.mailsIn(customer, 'INBOX');
    expect(answer?.head).toMatchObject({
      subject: 'Re: Fattura doppia',
      from: { name: 'Assistenza Ondalta', address: care.address },
      inReplyTo: [asked?.head.messageId],
      references: [asked?.head.messageId],
    });
    expect(answer?.text.replaceAll('\r\n', '\n').trim()).toBe(
      'Gentile Anna, paghi pure la prima: la seconda è annullata.\n\n-- \nMarta\nOndalta, servizio clienti',
    );
    await expect.poll(() => desk.mailsIn(care, 'Sent'), SOON).toHaveLength(1);
    // Beside what they sent themselves, the customer's server puts it into one thread.
    await desk.keepOwn();
    expect(await desk.threads()).toBe('(2 1)');

    await rowOf(page, 'Anna').click();
    await page.keyboard.press('Shift+A');
    await page.keyboard.type('In allegato la nota di credito.');
    await page.getByText('Il testo parla di un allegato, ma non c’è nessun file.').waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'nota di credito.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(2_500_000, 'x'),
    });
    await page.getByText('1 file, 2,5 MB su', { exact: false }).waitFor();
    await expect
      .poll(() => page.getByRole('button', { name: /^Invia e-mail/ }).isEnabled(), SOON)
      .toBe(true);
    await screenshot('mail-compose-all');
    await page.keyboard.press('Control+Enter');
    // Taken back, it is all there again: text, recipients and the file.
    await undoSlot(page)
      .getByText(/^E-mail a Anna e ad altri/)
      .waitFor();
    await page.keyboard.press('z');
    await expect.poll(() => composer(page).inputValue()).toBe('In allegato la nota di credito.');
    await page.getByRole('list', { name: 'Allegati' }).getByText('nota di credito.pdf').waitFor();
    expect(await page.getByRole('radio', { name: 'A tutti' }).isChecked()).toBe(true);
    await composer(page).focus();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => desk.mailsIn(customer, 'INBOX'), SOON).toHaveLength(3);
    const [, , second] = await desk.mailsIn(customer, 'INBOX');
    expect(second?.head).toMatchObject({
      to: [{ address: customer.address }],
      cc: [{ address: studio.address }],
      inReplyTo: [asked?.head.messageId],
    });
    expect(second?.attachments).toMatchObject([{ name: 'nota di credito.pdf', size: 2_500_000 }]);
    await expect.poll(() => desk.mailsIn(care, 'Sent'), SOON).toHaveLength(2);
  });
});
