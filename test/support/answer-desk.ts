import { mkdtempSync, rmSync } from 'node:fs';
import { connect as connectTo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { onTestFinished } from 'vitest';
import { parseMail } from '../../electron/service/connectors/email/parse/parse-mail.ts';
import type { ParsedMail } from '../../electron/service/ports/mail.ts';
import { connectMailbox } from '../../electron/service/usecases/mail/connect-mailbox.ts';
import { setSignature } from '../../electron/service/usecases/mail/signatures.ts';
import { createService } from '../../electron/service/wire.ts';
import { launchApp, type LaunchedApp } from './app.ts';
import { beside, mailboxOf } from './mail-servers/mailbox.ts';
import { MAIL_USERS, type MailServers, type MailUser } from './mail-servers/index.ts';

/** A workspace whose mailbox lies on real servers, and a customer with a mail program. */
export interface AnswerDesk {
  /** The customer sends a mail to us through Postfix. */
  readonly write: (mail: SendMailOptions) => Promise<void>;
  /** What lies in a folder of somebody's mailbox, oldest first. */
  readonly mailsIn: (user: MailUser, folder: string) => Promise<readonly ParsedMail[]>;
  /** The customer's program files the first mail that they sent beside what they got. */
  readonly keepOwn: () => Promise<void>;
  /** How the customer's server threads their inbox (RFC 5256): mails by number, one pair of brackets each. */
  readonly threads: () => Promise<string>;
  /** Opens the window, in Italian and light; closed when the test ends. */
  readonly open: (args?: readonly string[]) => Promise<LaunchedApp>;
}

const { care, customer } = MAIL_USERS;

/** Connects our mailbox in a new workspace, with a signature in both languages. */
export async function answerDesk(servers: MailServers): Promise<AnswerDesk> {
  const profileDir = mkdtempSync(join(tmpdir(), 'riscontro-answer-'));
  onTestFinished(() => rmSync(profileDir, { recursive: true, force: true }));
  await connect(servers, profileDir);
  return {
    write: (mail) => customerWrites(servers, mail),
    mailsIn: (user, folder) => mailsIn(servers, user, folder),
    keepOwn: () => keepOwn(servers),
    threads: () => threads(servers),
    open: async (args = []) => {
      const launched = await launchApp({
        profileDir,
        args: ['--lang=it', '--theme=light', ...args],
      });
      onTestFinished(() => launched.close());
      return launched;
    },
  };
}

async function connect(servers: MailServers, profileDir: string): Promise<void> {
  const service = createService({
    profileDir,
    program: 'cli',
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    keychain: null,
    jobs: { sync: false, outbox: false },
    caretaker: false,
  });
  if (!service.ok) throw new Error(service.error.code);
  await service.value.begin();
  const { inbox } = service.value;
  const { settings, secret } = mailboxOf(servers, care, {
    folders: ['INBOX', 'Sent'],
    addresses: [{ name: 'Assistenza Ondalta', address: care.address }],
  });
  const connected = await connectMailbox(inbox, { settings, secret }, new AbortController().signal);
  if (!connected.ok) throw new Error(connected.error.error.code);
  const teamId = 'care';
  setSignature(inbox, { teamId, language: 'it', text: 'Marta\nOndalta, servizio clienti' });
  setSignature(inbox, { teamId, language: 'en', text: 'Marta\nOndalta, customer care' });
  await service.value.close();
}

async function customerWrites(
  { host, postfix }: MailServers,
  mail: SendMailOptions,
): Promise<void> {
  const transport = createTransport({
    host,
    port: postfix?.ports.submission ?? 0,
    ignoreTLS: true,
    auth: { user: customer.address, pass: customer.password },
  });
  const head = { from: { name: 'Anna', address: customer.address }, to: care.address };
  await transport.sendMail({ ...head, ...mail });
  transport.close();
}

const mailsIn = (servers: MailServers, user: MailUser, folder: string) =>
  beside(servers, user, async (client) => {
    const lock = await client.getMailboxLock(folder);
    try {
      const mails = await client.fetchAll('1:*', { source: true });
      return await Promise.all(mails.map(({ source }) => parseMail(source ?? new Uint8Array())));
    } finally {
      lock.release();
    }
  });

const keepOwn = async (servers: MailServers): Promise<void> => {
  const sent = await beside(servers, care, async (client) => {
    const lock = await client.getMailboxLock('INBOX');
    try {
      const mails = await client.fetchAll('1', { source: true });
      return mails.flatMap(({ source }) => source ?? []);
    } finally {
      lock.release();
    }
  });
  await beside(servers, customer, async (client) => {
    for (const mail of sent) await client.append('INBOX', mail);
  });
};

/** The library knows no THREAD: it is asked by hand. */
async function threads({ host, dovecot }: MailServers): Promise<string> {
  const socket = connectTo({ host, port: dovecot.ports.imap });
  const { address, password } = customer;
  socket.write(`a LOGIN ${address} ${password}\r\nb SELECT INBOX\r\n`);
  socket.write('c THREAD REFERENCES UTF-8 ALL\r\n');
  let said = '';
  for await (const piece of socket.setEncoding('utf8')) {
    said += String(piece);
    if (/^c (OK|NO|BAD)/m.test(said)) break;
  }
  socket.destroy();
  return /^\* THREAD (.*)\r$/m.exec(said)?.[1] ?? said;
}
