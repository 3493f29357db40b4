import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createImapReading } from '../../electron/service/connectors/email/imap/imap.ts';
import { ok } from '../../shared/kernel/result.ts';
import { startBadImap } from '../support/bad-imap-server.ts';
import {
  startMailServers,
  type MailServers,
  type MailUser,
} from '../support/mail-servers/index.ts';
import { layInto, Ledger, mailboxOf, parseId, plainMail } from '../support/mail-servers/mailbox.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const user: MailUser = { address: 'tante@negozio.test', password: 'segreto-tante' };
const COUNT = 400;
const ids = Array.from({ length: COUNT }, (_, index) => `m${index}@posta.test`);

let servers: MailServers;
let proxy: TcpProxy;
beforeAll(async () => {
  servers = await startMailServers({ users: [user] });
  layInto(
    servers,
    user.address,
    ids.map((id, index) => [`M${index}`, plainMail(id, 2000)]),
  );
  proxy = await startTcpProxy(servers.dovecot.ports.imap);
});
afterAll(async () => {
  await proxy.close();
  await servers.stop();
});
afterEach(() => {
  proxy.cutAfter(null);
  proxy.silence(false);
});

const reading = createImapReading({ parseMail: parseId });
const mailbox = () => mailboxOf(servers, user, { imapPort: proxy.port });

describe('a first read whose line breaks', () => {
  test.each([1, 2, 3, 4, 5])(
    'goes on where it was, nothing twice and nothing lost (%i)',
    async (seed) => {
      const random = seededRandom(seed);
      const ledger = new Ledger();
      let result = await ledger.read(reading, mailbox(), { signal: AbortSignal.abort() });
      let breaks = 0;
      for (; !result.ok && breaks < 200; breaks += 1) {
        proxy.cutAfter(20_000 + random.below(400_000));
        result = await ledger.read(reading, mailbox());
        if (!result.ok) expect(result.error.code).toBe('offline');
      }
      expect(breaks).toBeGreaterThan(2);
      expect([ledger.ids(), ledger.twice]).toEqual([ids, []]);
      expect(ledger.marks.get('INBOX')).toMatchObject({ lowestUid: 1, uidNext: COUNT + 1 });
    },
  );

  test('finds what came in the meantime before it goes on', async () => {
    const ledger = new Ledger();
    const leave = new AbortController();
    await ledger.read(reading, mailbox(), { signal: leave.signal, onStep: () => leave.abort() });
    expect(ledger.steps).toHaveLength(1);
    await servers.deliver(user.address, plainMail('nel-frattempo@posta.test'));
    expect(await ledger.read(reading, mailbox())).toEqual(ok(undefined));
    const next = ledger.steps.slice(1).find(({ found }) => found.length > 0);
    expect(next?.found.map(({ parsed }) => parsed.head.messageId)).toEqual([
      'nel-frattempo@posta.test',
    ]);
    expect([ledger.ids(), ledger.twice]).toEqual([[...ids, 'nel-frattempo@posta.test'], []]);
  });

  test('holds few mails at a time', async () => {
    const ledger = new Ledger();
    const small = createImapReading({ parseMail: parseId, limits: { stepBytes: 20_000 } });
    await ledger.read(small, mailbox());
    const bytes = ledger.steps.map(({ found }) => found.reduce((sum, { size }) => sum + size, 0));
    expect(Math.max(...bytes)).toBeLessThanOrEqual(20_000);
  });
});

describe('a line that is in the way', () => {
  test('is left at once when the read is told to stop', async () => {
    const stop = new AbortController();
    proxy.silence(true);
    const ended = new Ledger().read(reading, mailbox(), { signal: stop.signal });
    await expect.poll(() => proxy.opened()).toBeGreaterThan(0);
    const before = performance.now();
    stop.abort();
    expect(await ended).toEqual({ ok: false, error: { code: 'timeout', details: { aborted: 1 } } });
    expect(performance.now() - before).toBeLessThan(500);
  });

  test('and says nothing is given up', async () => {
    proxy.silence(true);
    const hasty = createImapReading({ parseMail: parseId, limits: { greetingMs: 100 } });
    expect(await new Ledger().read(hasty, mailbox())).toMatchObject({
      ok: false,
      error: { code: 'timeout' },
    });
  });

  test('falls silent in the middle is given up', async () => {
    // Steps of few: what lies ready when it falls silent is not all.
    const limits = { silenceMs: 1_000, stepMails: 10 };
    const hasty = createImapReading({ parseMail: parseId, limits });
    const ledger = new Ledger();
    const result = await ledger.read(hasty, mailbox(), { onStep: () => proxy.silence(true) });
    expect(result).toMatchObject({ ok: false, error: { code: 'timeout' } });
    expect(ledger.steps.length).toBeGreaterThan(0);
  });

  test('and that nobody answers is offline', async () => {
    const nobody = createServer();
    await once(nobody.listen(0, '127.0.0.1'), 'listening');
    const { port } = nobody.address() as AddressInfo;
    await once(nobody.close(), 'close');
    const result = await new Ledger().read(reading, mailboxOf(servers, user, { imapPort: port }));
    expect(result).toEqual({
      ok: false,
      error: { code: 'offline', details: { cause: 'ECONNREFUSED' } },
    });
  });
});

const LIST = '* LIST () "/" INBOX\r\nTAG OK fatto\r\n';
const EXAMINE =
  '* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 3] x\r\nTAG OK [READ-ONLY] fatto\r\n';

const overview = (uid: number): string =>
  `* ${uid} FETCH (UID ${uid} FLAGS () RFC822.SIZE 30 INTERNALDATE "25-Nov-2026 10:00:00 +0100")\r\n`;

describe('a server that', () => {
  test.each([
    [
      'refuses the password',
      { AUTHENTICATE: 'TAG NO [AUTHENTICATIONFAILED] no\r\n' },
      'token_dead',
    ],
    [
      'is out of order at the login',
      { AUTHENTICATE: 'TAG NO [UNAVAILABLE] no\r\n' },
      'server_error',
    ],
    ['has too many lines open', { AUTHENTICATE: 'TAG NO [LIMIT] no\r\n' }, 'throttled'],
    ['answers what nobody understands', { EXAMINE: '((((((\r\n' }, 'timeout'],
    ['says goodbye', { EXAMINE: '* BYE ciao\r\n' }, 'offline'],
    ['has no UIDVALIDITY', { EXAMINE: '* 2 EXISTS\r\nTAG OK fatto\r\n' }, 'bad_shape'],
    ['forbids the folder', { EXAMINE: 'TAG NO [NOPERM] no\r\n' }, 'permission_missing'],
    ['has lost the folder', { EXAMINE: 'TAG NO [NONEXISTENT] no\r\n' }, 'object_gone'],
    ['cannot search', { 'UID SEARCH': 'TAG BAD no\r\n' }, 'refused'],
    [
      'announces more than anybody wants',
      { 'UID FETCH': '* 1 FETCH (UID 1 BODY[]<0> {999999999999}\r\n' },
      'bad_shape',
    ],
  ] as const)('%s', async (_, answers, code) => {
    const server = await startBadImap({
      LIST,
      EXAMINE,
      'UID SEARCH': '* SEARCH 1 2\r\nTAG OK x\r\n',
      ...answers,
    });
    const hasty = createImapReading({ parseMail: parseId, limits: { silenceMs: 300 } });
    const result = await new Ledger().read(
      hasty,
      mailboxOf(servers, user, { imapPort: server.port }),
    );
    server.close();
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  test('cannot read one of its mails leaves that one aside', async () => {
    let asked = 0;
    const server = await startBadImap({
      LIST,
      EXAMINE,
      'UID SEARCH': '* SEARCH 1 2\r\nTAG OK x\r\n',
      get 'UID FETCH'() {
        asked += 1;
        if (asked === 1) return `${overview(1)}${overview(2)}TAG OK fatto\r\n`;
        // Both together, then the newer one by itself, then the older one.
        if (asked < 4) return 'TAG NO [SERVERBUG] non si legge\r\n';
        return '* 1 FETCH (UID 1 BODY[]<0> {25}\r\nMessage-ID: <a@b>\r\n\r\nxy\r\n)\r\nTAG OK fatto\r\n';
      },
    });
    const ledger = new Ledger();
    const result = await ledger.read(reading, mailboxOf(servers, user, { imapPort: server.port }));
    server.close();
    expect(result).toEqual(ok(undefined));
    expect(ledger.ids()).toEqual(['a@b']);
    expect(ledger.steps.flatMap(({ setAside }) => setAside)).toEqual([
      { externalId: null, reason: 'item_bad_shape', detail: 'INBOX/2' },
    ]);
  });
});

describe('a server with ids of its own for threads', () => {
  test.each([
    ['Gmail', ' X-GM-EXT-1', 'X-GM-THRID 1278455344230334865', '1278455344230334865'],
    ['OBJECTID', ' OBJECTID', 'THREADID (T64b478a75b7ea9)', 'T64b478a75b7ea9'],
    ['nothing', '', '', null],
  ])('%s', async (_, capability, item, serverThreadId) => {
    let asked = 0;
    const server = await startBadImap(
      {
        LIST,
        EXAMINE: EXAMINE.replace('2 EXISTS', '1 EXISTS'),
        'UID SEARCH': '* SEARCH 2\r\nTAG OK x\r\n',
        get 'UID FETCH'() {
          asked += 1;
          return asked === 1
            ? `${overview(2).replace(')\r\n', ` ${item})\r\n`)}TAG OK fatto\r\n`
            : '* 2 FETCH (UID 2 BODY[]<0> {25}\r\nMessage-ID: <a@b>\r\n\r\nxy\r\n)\r\nTAG OK fatto\r\n';
        },
      },
      capability,
    );
    const ledger = new Ledger();
    const result = await ledger.read(reading, mailboxOf(servers, user, { imapPort: server.port }));
    server.close();
    expect(result).toEqual(ok(undefined));
    expect(ledger.steps.flatMap(({ found }) => found.map((mail) => mail.serverThreadId))).toEqual([
      serverThreadId,
    ]);
  });
});
