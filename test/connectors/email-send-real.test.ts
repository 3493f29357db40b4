/** Sending through a real Postfix into a real Dovecot. */
import { ImapFlow } from 'imapflow';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imapAuth } from '../../electron/service/connectors/email/library-auth.ts';
import { createSmtp, type Smtp } from '../../electron/service/connectors/email/smtp/smtp.ts';
import type { OutgoingMail } from '../../electron/service/ports/mail.ts';
import type { MailServer } from '../../shared/domain/mail/types.ts';
import {
  BOUNCING_DOMAIN,
  canRunPostfix,
  MAIL_USERS,
  startMailServers,
  type MailServers,
  type MailUser,
} from '../support/mail-servers/index.ts';
import { mailboxAt, outgoing } from '../support/outgoing-mail.ts';

const { care, customer } = MAIL_USERS;
const never = new AbortController().signal;
const secret = { kind: 'password', password: care.password } as const;

describe.skipIf(!canRunPostfix)('through Postfix, which only root can start', () => {
  let servers: MailServers;
  let smtp: Smtp;
  beforeAll(async () => {
    servers = await startMailServers({ smtp: true });
    smtp = createSmtp({ trust: [servers.certificate] });
  });
  afterAll(() => servers.stop());

  const door = (security: 'tls' | 'starttls'): MailServer => {
    const ports = servers.postfix?.ports;
    const port = (security === 'tls' ? ports?.smtps : ports?.submission) ?? 0;
    return { host: servers.host, port, security, user: care.address };
  };

  const send = async (part: Partial<OutgoingMail>, security: 'tls' | 'starttls' = 'tls') => {
    const mail = outgoing({ from: { name: 'Negozio', address: care.address }, ...part });
    const raw = await smtp.compose(mail);
    return smtp.send(mailboxAt(door(security), secret), mail, raw, never);
  };

  /** The mails of a user's inbox, oldest first. */
  async function inboxOf({ address, password }: MailUser): Promise<readonly Buffer[]> {
    const client = new ImapFlow({
      host: servers.host,
      port: servers.dovecot.ports.imap,
      secure: false,
      doSTARTTLS: false,
      logger: false,
      auth: imapAuth(address, { kind: 'password', password }),
    });
    await client.connect();
    try {
      await client.mailboxOpen('INBOX', { readOnly: true });
      return (await client.fetchAll('1:*', { source: true })).flatMap(({ source }) => source ?? []);
    } finally {
      client.close();
    }
  }

  const reports = async (): Promise<string> =>
    (await inboxOf(care)).map((raw) => raw.toString('latin1')).join('\n');

  test('a mail arrives as it was composed, within its thread, and its receipt names our envelope', async () => {
    for (const security of ['tls', 'starttls'] as const) {
      const messageId = `0190f3c2-${security}@negozio.test`;
      const to = [{ name: 'Anna', address: customer.address }];
      expect(await send({ messageId, to }, security)).toEqual({
        ok: true,
        value: { accepted: [customer.address], refused: [], givenId: null },
      });
      await expect
        .poll(reports)
        .toMatch(
          new RegExp(
            `Original-Envelope-Id: 0190f3c2-${security}\\b[^]*Action: (relayed|delivered)`,
          ),
        );
    }
    const arrived = await inboxOf(customer);
    const parsed = await Promise.all(arrived.map((raw) => PostalMime.parse(raw)));
    expect(parsed.map(({ messageId }) => messageId)).toEqual([
      '<0190f3c2-tls@negozio.test>',
      '<0190f3c2-starttls@negozio.test>',
    ]);
    expect(parsed[0]).toMatchObject({
      from: { name: 'Negozio', address: care.address },
      to: [{ name: 'Anna', address: customer.address }],
      subject: 'Re: La bolletta di ottobre',
      inReplyTo: '<first@example.org>',
      references: '<first@example.org>',
      text: 'Buongiorno,\n\nla bolletta è corretta.\n',
    });
  });

  test('what is taken and cannot be delivered comes back with our envelope’s id', async () => {
    const to = [{ name: null, address: `chiunque@${BOUNCING_DOMAIN}` }];
    expect((await send({ messageId: '0190f3c2-bounce@negozio.test', to })).ok).toBe(true);
    await expect
      .poll(reports)
      .toMatch(/Original-Envelope-Id: 0190f3c2-bounce\b[^]*Action: failed\r?\nStatus: 5\.1\.1/);
  });

  test('a connection test passes, and names a wrong password and a certificate of nobody', async () => {
    for (const security of ['tls', 'starttls'] as const) {
      expect(await smtp.test(door(security), secret, never)).toEqual({ ok: true });
      expect(
        await smtp.test(door(security), { kind: 'password', password: 'sbagliata' }, never),
      ).toMatchObject({ ok: false, step: 'smtp_login', error: { code: 'token_dead' } });
      expect(await createSmtp().test(door(security), secret, never)).toMatchObject({
        ok: false,
        step: 'smtp_secure',
        error: { code: 'not_secure' },
      });
    }
  });
});
