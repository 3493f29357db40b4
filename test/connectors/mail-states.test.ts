/** What goes wrong at a mailbox, seen from the service: a clear state each time, and nothing is lost. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createEmailConnector } from '../../electron/service/connectors/email/email-connector.ts';
import { keepMailSecret } from '../../electron/service/usecases/mail/mailbox-secrets.ts';
import { syncMailbox } from '../../electron/service/usecases/mail/sync-mailbox.ts';
import { beside, mailboxOf, plainMail } from '../support/mail-servers/mailbox.ts';
import {
  startMailServers,
  type MailServers,
  type MailUser,
} from '../support/mail-servers/index.ts';
import { mailWorld, type MailWorld } from '../support/mail-world.ts';
import { START_MS } from '../support/service.ts';

const users: readonly MailUser[] = Array.from({ length: 5 }, (_, index) => ({
  address: `stato${index}@negozio.test`,
  password: `segreto-${index}`,
}));
const unused = [...users];
const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `stato${index}@posta.test`);

let servers: MailServers;
beforeAll(async () => {
  servers = await startMailServers({ users });
});
afterAll(() => servers.stop());

interface Read {
  readonly world: MailWorld;
  readonly user: MailUser;
}

/** A connected mailbox of which these mails were read. */
async function readBefore(count: number, folders: readonly string[] = ['INBOX']): Promise<Read> {
  const user = unused.pop() ?? { address: '', password: '' };
  await servers.deliver(user.address, ...names(count).map((id) => plainMail(id)));
  for (const folder of folders) {
    if (folder !== 'INBOX') await beside(servers, user, (client) => client.mailboxCreate(folder));
  }
  const { settings } = mailboxOf(servers, user, { folders: [...folders] });
  // Only the reading is looked at: nothing answers where mails would be sent.
  const imap = createEmailConnector();
  const connector = {
    ...imap,
    test: () => Promise.resolve({ ok: true, folders: [], filesSent: false } as const),
  };
  const world = await mailWorld(connector, settings, { password: user.password });
  await world.sync();
  return { world, user };
}

const subjects = (world: MailWorld): readonly (string | undefined)[] =>
  world
    .conversations()
    .flatMap(({ messages }) => messages.map(({ mail }) => mail?.subject))
    .toSorted();

const read = (world: MailWorld) =>
  syncMailbox(world.inbox(), world.account.id, {
    depth: 'complete',
    signal: new AbortController().signal,
  });

const healthOf = (world: MailWorld) => world.inbox().store.health(world.account.id);

describe('a mailbox in trouble', () => {
  test('whose UIDs are all new is read anew, and no mail comes twice', async () => {
    const { world, user } = await readBefore(4);
    await servers.dovecot.doveadm(
      'mailbox',
      'update',
      '-u',
      user.address,
      '--uid-validity',
      '4000000000',
      'INBOX',
    );
    await world.sync('complete');
    expect(subjects(world)).toEqual(names(4));
    expect(healthOf(world).error).toBeNull();
  });

  test('of which a folder was renamed names it, keeps what it held, and reads the others', async () => {
    const { world, user } = await readBefore(2, ['INBOX', 'Reclami']);
    await beside(servers, user, (client) => client.mailboxRename('Reclami', 'Vecchi'));
    await servers.deliver(user.address, plainMail('dopo@posta.test'));
    expect(await read(world)).toEqual({
      ok: false,
      error: { code: 'object_gone', details: { folder: 'Reclami' } },
    });
    expect(subjects(world)).toEqual(['dopo@posta.test', ...names(2)]);
    expect(world.inbox().store.gaps(world.account.id, 0, world.clock.now() + 1)).toMatchObject([
      { source: 'mail', reason: 'object_gone', toMs: null },
    ]);
  });

  test('whose password was changed says so, keeps everything, and goes on with the new one', async () => {
    const { world, user } = await readBefore(2);
    const { secrets } = world.inbox();
    await keepMailSecret(secrets, world.account.id, { kind: 'password', password: 'vecchia' });
    expect(await read(world)).toMatchObject({ ok: false, error: { code: 'token_dead' } });
    expect(healthOf(world).error?.code).toBe('token_dead');
    expect(subjects(world)).toEqual(names(2));
    await servers.deliver(user.address, plainMail('dopo@posta.test'));
    await keepMailSecret(secrets, world.account.id, { kind: 'password', password: user.password });
    expect((await read(world)).ok).toBe(true);
    expect(healthOf(world).error).toBeNull();
    expect(subjects(world)).toEqual(['dopo@posta.test', ...names(2)]);
  });

  test('whose login at the issuer is over asks for a new one, and sends no reply meanwhile', async () => {
    const { world } = await readBefore(1);
    let asked = 0;
    const issuer = createServer((_request, response) => {
      asked += 1;
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end('{"error":"invalid_grant"}');
    });
    await new Promise<void>((resolve) => {
      issuer.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void issuer.close());
    await keepMailSecret(world.inbox().secrets, world.account.id, {
      kind: 'oauth',
      issuer: 'other',
      clientId: 'app',
      clientSecret: null,
      tokenUrl: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/token`,
      refreshToken: 'refresh',
      accessToken: 'over',
      expiresAtMs: START_MS - 1,
    });
    expect(await read(world)).toMatchObject({ ok: false, error: { code: 'token_dead' } });
    expect(asked).toBe(1);
    expect(healthOf(world).error?.code).toBe('token_dead');
    const conversationId = world.conversations()[0]?.row.id ?? '';
    const item = await world.reply({ conversationId, text: 'Arriva domani.' });
    expect(await world.move(item)).toMatchObject({ state: 'deferred', reason: 'token_dead' });
  });
});
