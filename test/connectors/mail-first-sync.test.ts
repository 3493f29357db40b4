import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmailConnector } from '../../electron/service/connectors/email/email-connector.ts';
import { syncMailbox } from '../../electron/service/usecases/mail/sync-mailbox.ts';
import {
  startMailServers,
  type MailServers,
  type MailUser,
} from '../support/mail-servers/index.ts';
import { layInto, mailboxOf, plainMail } from '../support/mail-servers/mailbox.ts';
import { mailWorld } from '../support/mail-world.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

/** `RISCONTRO_MAILS=20000` for the full measure. */
const COUNT = Number(process.env['RISCONTRO_MAILS'] ?? 1_200);
const MAIL_BYTES = 500;
const user: MailUser = { address: 'prima@negozio.test', password: 'segreto-prima' };
const ids = Array.from({ length: COUNT }, (_, index) => `m${index}@posta.test`);

let servers: MailServers;
let proxy: TcpProxy;
beforeAll(async () => {
  servers = await startMailServers({ users: [user] });
  layInto(
    servers,
    user.address,
    ids.map((id, index) => [`M${index}`, plainMail(id, MAIL_BYTES)]),
  );
  proxy = await startTcpProxy(servers.dovecot.ports.imap);
});
afterAll(async () => {
  await proxy.close();
  await servers.stop();
});

test('a first read goes on after a cut line and after a pause: nothing lost, nothing twice, newest first', async () => {
  const connector = createEmailConnector();
  const { settings } = mailboxOf(servers, user, { imapPort: proxy.port });
  const world = await mailWorld(
    { ...connector, test: () => Promise.resolve({ ok: true, folders: [], filesSent: false }) },
    settings,
    { password: user.password, startMs: Date.UTC(2026, 10, 25, 12) },
  );
  const inbox = world.inbox();
  const told: number[] = [];
  const read = async (pauseAt = Infinity): Promise<string> => {
    const pause = new AbortController();
    const onProgress = (items: number): void => {
      told.push(items);
      if (items >= pauseAt) pause.abort();
    };
    const options = { depth: 'news', signal: pause.signal, onProgress } as const;
    const end = await syncMailbox(inbox, world.account.id, options);
    return end.ok ? 'read' : end.error.code;
  };
  const stored = (): number => inbox.store.accountCounts(world.account.id).messages;

  proxy.cutAfter((COUNT * MAIL_BYTES) / 3);
  expect(await read()).toBe('offline');
  const afterCut = stored();
  expect(afterCut).toBeGreaterThan(0);
  // The newest are there: those that were laid in last.
  const newest = ids.slice(COUNT - afterCut).map((id) => `mid:${id}`);
  expect(inbox.store.knownMessages(world.account.id, newest)).toHaveLength(afterCut);

  proxy.cutAfter(null);
  expect(await read(1)).toBe('timeout');
  const afterPause = stored();
  expect([afterPause > afterCut, afterPause < COUNT]).toEqual([true, true]);

  expect(await read()).toBe('read');
  expect(stored()).toBe(COUNT);
  const all = ids.map((id) => `mid:${id}`);
  expect(inbox.store.knownMessages(world.account.id, all)).toHaveLength(COUNT);
  expect(inbox.store.mailFolders(world.account.id)[0]).toMatchObject({ lowestUid: 1 });
  expect(told.length).toBeGreaterThan(5);
  expect(told.at(-1)).toBe(COUNT - afterPause);
  const before = inbox.store.lastEventSeq();
  expect(await read()).toBe('read');
  expect(inbox.store.lastEventSeq()).toBe(before);
}, 300_000);
