import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createImapReading } from '../../electron/service/connectors/email/imap/imap.ts';
import { ok } from '../../shared/kernel/result.ts';
import { startBadImap } from '../support/bad-imap-server.ts';
import {
  MAIL_USERS,
  startMailServers,
  type MailServers,
  type MailUser,
} from '../support/mail-servers/index.ts';
import { beside, mailboxOf, parseId, plainMail } from '../support/mail-servers/mailbox.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

let servers: MailServers;
let proxy: TcpProxy;
beforeAll(async () => {
  servers = await startMailServers();
  proxy = await startTcpProxy(servers.dovecot.ports.imap);
});
afterAll(async () => {
  await proxy.close();
  await servers.stop();
});

const { care, customer, full } = MAIL_USERS;
const reading = createImapReading({ parseMail: parseId });
const never = new AbortController().signal;
const through = (user: MailUser) => mailboxOf(servers, user, { imapPort: proxy.port });

/** A watch that stands, the instants of its news, and what ends it. */
async function watching(user: MailUser) {
  const news: number[] = [];
  const stop = new AbortController();
  const ended = reading.watch(through(user), () => news.push(performance.now()), stop.signal);
  await expect.poll(() => news.length).toBe(1);
  return { news, ended, stop: () => stop.abort() };
}

describe('a watch', () => {
  test('tells within a second of what was delivered, and of what was removed', async () => {
    const { news, ended, stop } = await watching(care);
    await servers.deliver(care.address, plainMail('uno@posta.test'));
    const delivered = performance.now();
    await expect.poll(() => news.length, { interval: 20, timeout: 5000 }).toBe(2);
    expect((news[1] ?? Infinity) - delivered).toBeLessThan(1000);
    await beside(servers, care, async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageDelete('1', { uid: true });
    });
    await expect.poll(() => news.length, { timeout: 5000 }).toBeGreaterThan(2);
    stop();
    expect(await ended).toEqual(ok(true));
  });

  test('ends at once when it is told to', async () => {
    const { ended, stop } = await watching(care);
    const before = performance.now();
    stop();
    expect(await ended).toEqual(ok(true));
    expect(performance.now() - before).toBeLessThan(200);
  });

  test.each([
    ['is cut', () => proxy.cut()],
    ['is half closed', () => proxy.halfClose()],
  ])('ends without a failure when its line %s', async (_, spoil) => {
    const { ended } = await watching(care);
    spoil();
    expect(await ended).toEqual(ok(true));
  });

  test('asks again after a while, and still hears', async () => {
    const hasty = createImapReading({ parseMail: parseId, limits: { idleMs: 100 } });
    const stop = new AbortController();
    let news = 0;
    const ended = hasty.watch(through(customer), () => (news += 1), stop.signal);
    await expect.poll(() => news).toBe(1);
    await servers.deliver(customer.address, plainMail('a@posta.test'));
    await expect.poll(() => news, { timeout: 5000 }).toBe(2);
    stop.abort();
    expect(await ended).toEqual(ok(true));
  });

  test('says why it cannot begin', async () => {
    const wrong = through({ ...care, password: 'sbagliata' });
    expect(await reading.watch(wrong, () => {}, never)).toEqual({
      ok: false,
      error: { code: 'token_dead', details: { reason: 'wrong_password' } },
    });
  });
});

describe('a mail that was sent', () => {
  const id = 'inviata-1@negozio.test';
  const raw = Buffer.from(plainMail(id));

  test('is filed once, however often it is filed, and is found', async () => {
    const mailbox = mailboxOf(servers, care);
    expect(await reading.findSent(mailbox, [id], never)).toEqual(ok(null));
    expect(await reading.fileSent(mailbox, [id], raw, never)).toEqual(ok(undefined));
    expect(await reading.fileSent(mailbox, [id], raw, never)).toEqual(ok(undefined));
    expect(await reading.findSent(mailbox, [id], never)).toEqual(ok(id));
    const filed = await beside(servers, care, async (client) => {
      await client.mailboxOpen('Sent');
      return client.fetchAll('1:*', { flags: true, source: true });
    });
    expect(filed.map(({ source, flags }) => [source?.toString(), flags?.has('\\Seen')])).toEqual([
      [raw.toString(), true],
    ]);
  });

  test('is not taken for another whose Message-ID it is a part of', async () => {
    expect(await reading.findSent(mailboxOf(servers, care), ['inviata-1@negozio'], never)).toEqual(
      ok(null),
    );
  });

  test('is looked for in the folder that the server marks where the other was renamed', async () => {
    const mailbox = mailboxOf(servers, care, { sentFolder: 'Inviati' });
    expect(await reading.findSent(mailbox, ['other@negozio.test', id], never)).toEqual(ok(id));
    expect(await reading.fileSent(mailbox, [id], raw, never)).toEqual(ok(undefined));
  });

  test('is known by the Message-ID that it had before its server gave it another', async () => {
    const mailbox = mailboxOf(servers, care);
    const head =
      'Message-ID: <given@server.test>\r\nX-Microsoft-Original-Message-ID: <ours@negozio.test>';
    const copy = Buffer.from(`${head}\r\nSubject: x\r\n\r\nx\r\n`);
    expect(await reading.fileSent(mailbox, ['given@server.test'], copy, never)).toEqual(
      ok(undefined),
    );
    expect(await reading.findSent(mailbox, ['ours@negozio.test'], never)).toEqual(
      ok('given@server.test'),
    );
  });

  test('is not filed in a mailbox that is full, which is said', async () => {
    const large = Buffer.from(plainMail('grande@negozio.test', 40_000));
    expect(
      await reading.fileSent(mailboxOf(servers, full), ['grande@negozio.test'], large, never),
    ).toEqual({
      ok: false,
      error: { code: 'refused', details: { response: 'OVERQUOTA', reason: 'mailbox_full' } },
    });
  });
});

const secured = (security: 'tls' | 'starttls', port: number) => {
  const mailbox = mailboxOf(servers, care);
  const imap = { ...mailbox.settings.imap, host: 'localhost', security, port };
  return { ...mailbox, settings: { ...mailbox.settings, imap } };
};

describe('a connection test', () => {
  test.each(['tls', 'starttls'] as const)('goes through a secure line (%s)', async (security) => {
    const { imap, imaps } = servers.dovecot.ports;
    const trusting = createImapReading({ parseMail: parseId, trust: [servers.certificate] });
    const mailbox = secured(security, security === 'tls' ? imaps : imap);
    expect(await trusting.test(mailbox, never)).toEqual({
      ok: true,
      filesSent: false,
      folders: [
        { path: 'INBOX', use: '\\Inbox' },
        { path: 'Sent', use: '\\Sent' },
      ],
    });
    expect(await reading.test(mailbox, never)).toMatchObject({
      ok: false,
      step: 'imap_secure',
      error: { code: 'not_secure' },
    });
  });

  test('does not call a refused token a wrong password', async () => {
    const mailbox = mailboxOf(servers, care);
    const secret = {
      kind: 'oauth',
      issuer: 'x',
      clientId: 'x',
      clientSecret: null,
      tokenUrl: 'http://127.0.0.1:1/',
      refreshToken: 'x',
      accessToken: 'x',
      expiresAtMs: 0,
    } as const;
    const server = await startBadImap(
      { AUTHENTICATE: 'TAG NO [AUTHENTICATIONFAILED] no\r\n' },
      ' AUTH=XOAUTH2',
    );
    const imap = { ...mailbox.settings.imap, port: server.port };
    const told = await reading.test(
      { ...mailbox, secret, settings: { ...mailbox.settings, imap } },
      never,
    );
    server.close();
    expect(told).toEqual({
      ok: false,
      step: 'imap_login',
      error: { code: 'token_dead', details: { reason: 'token_refused' } },
    });
  });

  test('names the step that fails', async () => {
    const wrong = mailboxOf(servers, { ...care, password: 'sbagliata' });
    expect(await reading.test(wrong, never)).toMatchObject({ ok: false, step: 'imap_login' });
    const plain = secured('tls', servers.dovecot.ports.imap);
    expect(await reading.test(plain, never)).toMatchObject({ ok: false, step: 'imap_secure' });
    const nowhere = mailboxOf(servers, care, { imapPort: 1 });
    expect(await reading.test(nowhere, never)).toMatchObject({
      ok: false,
      step: 'imap_reach',
      error: { code: 'offline' },
    });
  });
});
