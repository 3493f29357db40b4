import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BOUNCING_DOMAIN,
  canRunPostfix,
  MAIL_USERS,
  startMailServers,
  type MailServers,
  type MailUser,
} from '../support/mail-servers/index.ts';

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers({ smtp: canRunPostfix });
});
afterAll(() => servers.stop());

const { care, customer } = MAIL_USERS;

/** The mails of a user's inbox as they lie there, oldest first. */
async function inboxOf({ address, password }: MailUser): Promise<readonly string[]> {
  const client = new ImapFlow({
    host: servers.host,
    port: servers.dovecot.ports.imap,
    secure: false,
    doSTARTTLS: false,
    logger: false,
    auth: { user: address, pass: password },
  });
  await client.connect();
  try {
    await client.mailboxOpen('INBOX', { readOnly: true });
    const mails = await client.fetchAll('1:*', { source: true });
    return mails.map(({ source }) => source?.toString() ?? '');
  } finally {
    client.close();
  }
}

test('what is delivered lies in the mailbox of its user alone', async () => {
  await servers.deliver(care.address, 'Subject: uno\r\n\r\nCiao\r\n');
  expect(await inboxOf(care)).toEqual([expect.stringContaining('Subject: uno')]);
  expect(await inboxOf(customer)).toEqual([]);
});

const submit = async (to: string, more: object = {}): Promise<void> => {
  const transport = createTransport({
    host: servers.host,
    port: servers.postfix?.ports.submission ?? 0,
    secure: false,
    tls: { ca: servers.certificate, servername: 'localhost' },
    auth: { user: care.address, pass: care.password },
  });
  await transport.sendMail({ from: care.address, to, subject: 'Prova', text: 'Ciao', ...more });
};
const reports = async (): Promise<string> => (await inboxOf(care)).join('\n');

describe.skipIf(!canRunPostfix)('Postfix, which only root can start', () => {
  test('brings a mail to whom it is for', async () => {
    await submit(customer.address);
    await expect.poll(() => inboxOf(customer)).toEqual([expect.stringContaining('Subject: Prova')]);
  });

  test('reports what cannot be delivered', async () => {
    const to = `chiunque@${BOUNCING_DOMAIN}`;
    await submit(to);
    const report = new RegExp(`Final-Recipient: rfc822; ${to}[^]*Action: failed\r?\nStatus: 5.1.1`);
    await expect.poll(reports).toMatch(report);
  });

  test('reports a delivery when it is asked to, with the envelope’s id', async () => {
    const dsn = { id: 'ob-0190f', return: 'headers', notify: ['success', 'failure'] };
    await submit(customer.address, { dsn });
    await expect
      .poll(reports)
      .toMatch(/Original-Envelope-Id: ob-0190f[^]*Action: (relayed|delivered)/);
  });

  test('lets nothing leave this machine', async () => {
    await expect(submit('qualcuno@example.com')).rejects.toMatchObject({ responseCode: 550 });
  });
});
