import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createImapReading } from '../../electron/service/connectors/email/imap/imap.ts';
import { ok } from '../../shared/kernel/result.ts';
import {
  startMailServers,
  type MailServers,
  type MailUser,
} from '../support/mail-servers/index.ts';
import {
  beside,
  layInto,
  Ledger,
  mailboxOf,
  parseId,
  plainMail,
} from '../support/mail-servers/mailbox.ts';

/** A mailbox for each test. */
const users: readonly MailUser[] = Array.from({ length: 20 }, (_, index) => ({
  address: `u${index}@negozio.test`,
  password: `segreto-${index}`,
}));
const unused = [...users];
const nextUser = (): MailUser => unused.pop() ?? { address: '', password: '' };

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers({ users });
});
afterAll(() => servers.stop());

const reading = createImapReading({ parseMail: parseId });
const named = (count: number, prefix = 'm'): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}@posta.test`);
const deliver = (user: MailUser, ids: readonly string[]): Promise<void> =>
  servers.deliver(user.address, ...ids.map((id) => plainMail(id)));

/** A user with these mails, and a ledger that has read them. */
async function readBefore(ids: readonly string[]) {
  const user = nextUser();
  await deliver(user, ids);
  const [mailbox, ledger] = [mailboxOf(servers, user), new Ledger()];
  expect(await ledger.read(reading, mailbox)).toEqual(ok(undefined));
  return { user, mailbox, ledger };
}

describe('a first read', () => {
  test('of an empty folder says that it is read', async () => {
    const { ledger } = await readBefore([]);
    expect(ledger.steps).toEqual([
      {
        found: [],
        vanished: [],
        setAside: [],
        mark: expect.objectContaining({ path: 'INBOX', uidNext: 1, lowestUid: 1 }) as unknown,
        progress: { total: 0, done: 0 },
      },
    ]);
  });

  test('goes from the newest down in steps of few mails, and says how far it is', async () => {
    const user = nextUser();
    layInto(
      servers,
      user.address,
      named(120).map((id, index) => [`M${index}`, plainMail(id)]),
    );
    const ledger = new Ledger();
    expect(await ledger.read(reading, mailboxOf(servers, user))).toEqual(ok(undefined));
    expect(ledger.steps.map(({ progress }) => progress)).toEqual([
      { total: 120, done: 50 },
      { total: 120, done: 120 },
    ]);
    expect(ledger.steps.map(({ mark }) => mark.lowestUid)).toEqual([71, 1]);
    expect(ledger.steps[0]?.found[0]?.place.uid).toBe(120);
    expect(ledger.ids()).toEqual(named(120));
  });

  test('keeps the bytes as they lie on the server, when they came, and marks nothing as read', async () => {
    const { user, ledger } = await readBefore(['uno@posta.test']);
    const mail = ledger.steps[0]?.found[0];
    expect(Buffer.from(mail?.raw ?? []).toString()).toContain(plainMail('uno@posta.test'));
    expect(mail?.size).toBe(mail?.raw?.byteLength);
    expect(Math.abs((mail?.receivedAtMs ?? 0) - Date.now())).toBeLessThan(60_000);
    const flags = await beside(servers, user, async (client) => {
      await client.mailboxOpen('INBOX');
      return client.fetchOne('1', { flags: true });
    });
    expect(flags).toMatchObject({ flags: new Set(['\\Recent']) });
  });

  test('takes only the head of a mail that is too large, and names its files', async () => {
    const user = nextUser();
    const large = [
      'Message-ID: <grande@posta.test>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Ecco.',
      '--b',
      'Content-Type: application/pdf; name="fattura.pdf"',
      'Content-Disposition: attachment; filename="fattura.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      ...Array.from({ length: 40 }, () => 'QUFB'.repeat(18)),
      '--b--',
      '',
    ].join('\r\n');
    await servers.deliver(user.address, plainMail('prima@posta.test'), large);
    const ledger = new Ledger();
    const small = createImapReading({ parseMail: parseId, limits: { mailBytes: 2000 } });
    expect(await ledger.read(small, mailboxOf(servers, user))).toEqual(ok(undefined));
    expect(ledger.ids()).toEqual(['prima@posta.test', 'grande@posta.test']);
    const found = ledger.steps.flatMap((step) => step.found);
    expect(found.map(({ raw }) => raw === null)).toEqual([true, false]);
    expect(found[0]?.parsed).toMatchObject({
      text: '',
      attachments: [{ index: 0, name: 'fattura.pdf', mediaType: 'application/pdf', inline: false }],
    });
  });

  test('reads a mail without any form, as it reads every other', async () => {
    const user = nextUser();
    await servers.deliver(user.address, 'niente', '\r\n', Buffer.from([0x80, 0xff, 0x0d, 0x0a]));
    const ledger = new Ledger();
    expect(await ledger.read(reading, mailboxOf(servers, user))).toEqual(ok(undefined));
    expect(ledger.ids()).toEqual([null, null, null]);
  });
});

test('a first read holds few mails in memory, however many there are', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const user = nextUser();
  const megabyte = plainMail('grosso@posta.test', 1_000_000);
  layInto(
    servers,
    user.address,
    Array.from({ length: 64 }, (_, index) => [`M${index}`, megabyte]),
  );
  const held = (): number => {
    collect();
    const { external, heapUsed } = process.memoryUsage();
    return (external + heapUsed) / 1_000_000;
  };
  const before = held();
  const { signal } = new AbortController();
  const plan = { depth: 'news', known: new Map(), signal } as const;
  let [mails, most] = [0, 0];
  const heads = createImapReading({ parseMail: (raw) => parseId(raw.subarray(0, 500)) });
  for await (const { found } of heads.read(mailboxOf(servers, user), plan)) {
    mails += found.length;
    most = Math.max(most, held() - before);
  }
  expect(mails).toBe(64);
  // A step holds 4 MiB: one is worked on, one taken apart, one here, and one arrives, held twice.
  expect(most).toBeLessThan(36);
});

describe('a later read', () => {
  test('of a folder where nothing moved yields nothing', async () => {
    const { mailbox, ledger } = await readBefore(named(3));
    const before = ledger.steps.length;
    await ledger.read(reading, mailbox);
    await ledger.read(reading, mailbox, { depth: 'complete' });
    expect(ledger.steps.slice(before)).toEqual([]);
  });

  test('finds what came, oldest first', async () => {
    const { user, mailbox, ledger } = await readBefore(named(2));
    await deliver(user, named(3, 'n'));
    await ledger.read(reading, mailbox);
    expect(ledger.ids()).toEqual([...named(2), ...named(3, 'n')]);
    expect(ledger.twice).toEqual([]);
    expect(ledger.steps.at(-1)?.progress).toBe(null);
  });

  test.each(['news', 'complete'] as const)(
    'sees what was expunged or marked as deleted while nobody looked (%s)',
    async (depth) => {
      const { user, mailbox, ledger } = await readBefore(named(6));
      await beside(servers, user, async (client) => {
        await client.mailboxOpen('INBOX');
        await client.messageDelete('2:3', { uid: true });
        await client.messageFlagsAdd('5', ['\\Deleted'], { uid: true });
      });
      await deliver(user, ['nuova@posta.test']);
      await ledger.read(reading, mailbox, { depth });
      const kept = [0, 3, 5].map((index) => named(6)[index]);
      expect(ledger.ids()).toEqual([...kept, 'nuova@posta.test']);
    },
  );

  test('finds a mail again whose mark of deletion was taken back, once it reads completely', async () => {
    const { user, mailbox, ledger } = await readBefore(named(3));
    const mark = (how: 'messageFlagsAdd' | 'messageFlagsRemove') =>
      beside(servers, user, async (client) => {
        await client.mailboxOpen('INBOX');
        await client[how]('2', ['\\Deleted'], { uid: true });
      });
    await mark('messageFlagsAdd');
    await ledger.read(reading, mailbox);
    expect(ledger.ids()).toEqual([named(3)[0], named(3)[2]]);
    await mark('messageFlagsRemove');
    await ledger.read(reading, mailbox, { depth: 'complete' });
    expect(ledger.ids()).toEqual(named(3));
  });

  test('finds all mails anew when the UIDs are new, and says nothing of the old places', async () => {
    const { user, mailbox, ledger } = await readBefore(named(4));
    await servers.dovecot.doveadm(
      'mailbox',
      'update',
      '-u',
      user.address,
      '--uid-validity',
      '4000000000',
      'INBOX',
    );
    const before = ledger.steps.length;
    expect(await ledger.read(reading, mailbox)).toEqual(ok(undefined));
    expect(ledger.ids()).toEqual(named(4));
    expect(ledger.steps.slice(before).flatMap(({ vanished }) => vanished)).toEqual([]);
    expect(ledger.marks.get('INBOX')?.uidValidity).toBe('4000000000');
  });

  test('sees a move between two folders as a mail that vanished and one that was found', async () => {
    const { user, ledger } = await readBefore(named(2));
    const mailbox = mailboxOf(servers, user, { folders: ['INBOX', 'Archivio'] });
    await beside(servers, user, (client) => client.mailboxCreate('Archivio'));
    await ledger.read(reading, mailbox);
    await beside(servers, user, async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageMove('1', 'Archivio', { uid: true });
    });
    await ledger.read(reading, mailbox);
    expect([ledger.ids(), ledger.ids('Archivio')]).toEqual([[named(2)[1]], [named(2)[0]]]);
  });

  test('reads the other folders when one is missing, and then names it', async () => {
    const { user, ledger } = await readBefore(named(1));
    const mailbox = mailboxOf(servers, user, { folders: ['Reclami', 'INBOX'] });
    await beside(servers, user, (client) => client.mailboxCreate('Reclami'));
    expect(await ledger.read(reading, mailbox)).toEqual(ok(undefined));
    await beside(servers, user, (client) => client.mailboxRename('Reclami', 'Reclami vecchi'));
    await deliver(user, ['dopo@posta.test']);
    expect(await ledger.read(reading, mailbox)).toEqual({
      ok: false,
      error: { code: 'object_gone', details: { folder: 'Reclami' } },
    });
    expect(ledger.ids()).toEqual([...named(1), 'dopo@posta.test']);
  });
});
