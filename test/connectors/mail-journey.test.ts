/** The whole service between a real Postfix and a real Dovecot. */
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmailConnector } from '../../electron/service/connectors/email/email-connector.ts';
import { parseMail } from '../../electron/service/connectors/email/parse/parse-mail.ts';
import { beside, mailboxOf } from '../support/mail-servers/mailbox.ts';
import {
  BOUNCING_DOMAIN,
  canRunPostfix,
  MAIL_USERS,
  startMailServers,
  type MailServers,
  type MailUser,
} from '../support/mail-servers/index.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';

const { care, customer } = MAIL_USERS;
const POLL = { timeout: 10_000 };

describe.skipIf(!canRunPostfix)('a ticket by mail, from the customer and back', () => {
  let servers: MailServers;
  beforeAll(async () => {
    servers = await startMailServers({ smtp: true });
  });
  afterAll(() => servers.stop());

  const customerWrites = async (subject: string, text: string, replyTo?: string): Promise<void> => {
    const { postfix, host } = servers;
    const transport = createTransport({
      host,
      port: postfix?.ports.submission ?? 0,
      ignoreTLS: true,
      auth: { user: customer.address, pass: customer.password },
    });
    const head = { from: { name: 'Anna', address: customer.address }, to: care.address };
    await transport.sendMail({
      ...head,
      subject,
      text,
      ...(replyTo === undefined ? {} : { replyTo }),
    });
    transport.close();
  };

  const opened = (): Promise<MailWorld> => {
    const { settings } = mailboxOf(servers, care, { folders: ['INBOX', 'Sent'] });
    // The servers stamp their mails by the machine's clock: ours is a little ahead of it.
    const startMs = Date.now() + 60_000;
    return mailWorld(createEmailConnector(), settings, { password: care.password, startMs });
  };

  const headsIn = (user: MailUser, folder: string) =>
    beside(servers, user, async (client) => {
      const lock = await client.getMailboxLock(folder);
      try {
        const mails = await client.fetchAll('1:*', { source: true });
        const parsed = mails.map(({ source }) => parseMail(source ?? new Uint8Array()));
        return (await Promise.all(parsed)).map(({ head }) => head);
      } finally {
        lock.release();
      }
    });

  test('arrives, is answered within its thread, stops its timer, and is in Sent once', async () => {
    await customerWrites('Fibra ferma', 'Buongiorno, da due giorni non va. Quando la riparate?');
    const world = await opened();
    const waiting = async (): Promise<string | undefined> => {
      await world.sync();
      return world.conversations()[0]?.row.status;
    };
    await expect.poll(waiting, POLL).toBe('pending');
    const [conversation] = world.conversations();
    const conversationId = conversation?.row.id ?? '';
    expect(conversation?.messages[0]).toMatchObject({
      author: { externalId: customer.address, name: 'Anna' },
      text: 'Buongiorno, da due giorni non va. Quando la riparate?',
    });
    const item = await world.reply({ conversationId, text: 'Arriva un tecnico domani alle nove.' });
    expect((await world.move(item)).state).toBe('sent');
    const [row] = world.conversations();
    expect(row?.row.status).toBe('waiting');
    await expect.poll(() => headsIn(customer, 'INBOX'), POLL).toHaveLength(1);
    const [asked] = await headsIn(care, 'INBOX');
    expect((await headsIn(customer, 'INBOX'))[0]).toMatchObject({
      subject: 'Re: Fibra ferma',
      inReplyTo: [asked?.messageId],
      references: [asked?.messageId],
      from: { address: care.address },
    });
    await world.sync('complete');
    expect(await headsIn(care, 'Sent')).toHaveLength(1);
    expect(world.conversations()[0]?.messages).toHaveLength(2);
    expect(world.inbox().store.rebuildCheck()).toEqual({ ok: true, findings: [] });
  });

  test('an answer that bounces is owed again, and its bounce is no ticket', async () => {
    const nobody = `nessuno@${BOUNCING_DOMAIN}`;
    await customerWrites('Rimborso', 'Quando arriva il rimborso?', nobody);
    const world = await opened();
    const ask = () => world.conversations().find(({ row }) => row.snippet.includes('rimborso'));
    const arrived = async (): Promise<boolean> => {
      await world.sync();
      return ask() !== undefined;
    };
    await expect.poll(arrived, POLL).toBe(true);
    const count = world.conversations().length;
    const conversationId = ask()?.row.id ?? '';
    const item = await world.reply({ conversationId, text: 'Tra cinque giorni.' });
    expect((await world.move(item)).state).toBe('sent');
    expect(world.inbox().store.conversation(conversationId)?.row.status).toBe('waiting');
    const status = async (): Promise<string | undefined> => {
      await world.sync();
      return world.inbox().store.conversation(conversationId)?.row.status;
    };
    await expect.poll(status, POLL).toBe('pending');
    const reply = world.inbox().store.conversation(conversationId)?.messages.at(-1);
    expect(reply?.bounced?.map(({ address }) => address)).toEqual([nobody]);
    expect(world.conversations()).toHaveLength(count);
  });
});
