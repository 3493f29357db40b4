import type { MailDraftView } from '../../shared/contract/mail-schemas.ts';
import { expect, test } from 'vitest';
import type { MailSecret } from '../../shared/domain/mail/types.ts';
import { appError } from '../../shared/kernel/app-error.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { MailConnector } from '../../electron/service/ports/mail.ts';
import type { MailSetup } from '../../electron/service/ports/mail-setup.ts';
import { loadMailSecret } from '../../electron/service/usecases/mail/mailbox-secrets.ts';
import { syncMailbox } from '../../electron/service/usecases/mail/sync-mailbox.ts';
import { mailWorld } from '../support/mail-world.ts';
import { clientOf } from '../support/page-client.ts';
import { OUR_ADDRESS, ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';

const { filesSent: _, ...usual } = SETTINGS;
const settings = { ...usual, addresses: [...usual.addresses], folders: [...usual.folders] };
const PASSWORD = { kind: 'password', password: 'segreta' } as const;

const BY_LOGIN: MailSecret = {
  kind: 'oauth',
  issuer: 'google',
  clientId: 'app',
  clientSecret: null,
  tokenUrl: 'https://issuer.example/token',
  refreshToken: 'refresh',
  accessToken: 'access',
  expiresAtMs: Date.parse('2030-01-01T00:00:00Z'),
};

const SETUP: MailSetup = {
  discover: (address) =>
    Promise.resolve([
      {
        origin: 'srv',
        provider: null,
        imap: { host: 'imap.ondalta.example', port: 993, security: 'tls', user: address },
        smtp: { host: 'smtp.ondalta.example', port: 465, security: 'tls', user: address },
        logins: ['password'],
        filesSent: false,
        foreign: false,
      },
    ]),
  logIn: ({ clientId }) =>
    Promise.resolve(clientId === 'app' ? ok(BY_LOGIN) : err(appError('app_refused'))),
};

/** A mailbox whose server takes one secret only. */
const choosy = (
  scripted: ScriptedMailbox,
  takes: (secret: MailSecret) => boolean,
): MailConnector => ({
  ...scripted.connector,
  test: ({ secret }, signal) =>
    takes(secret)
      ? scripted.connector.test({ accountId: '', settings: SETTINGS, secret }, signal)
      : Promise.resolve({ ok: false, step: 'imap_login', error: appError('token_dead') }),
});

test('a page finds the servers, tries them, and connects with a password', async () => {
  const scripted = new ScriptedMailbox();
  const connector = choosy(
    scripted,
    (secret) => secret.kind === 'password' && secret.password === 'segreta',
  );
  const client = clientOf(await mailWorld(connector, SETTINGS, { setup: SETUP }));
  expect(await client.mail.discover({ address: OUR_ADDRESS })).toMatchObject([
    { origin: 'srv', imap: { host: 'imap.ondalta.example' }, logins: ['password'] },
  ]);
  const wrong = { kind: 'password', password: 'falsa' } as const;
  expect(await client.mail.test({ settings, proof: wrong })).toEqual({
    ok: false,
    step: 'imap_login',
    error: { code: 'token_dead' },
  });
  expect(await client.mail.connect({ settings, proof: PASSWORD })).toMatchObject({
    ok: true,
    account: { channel: 'email', mailbox: { addresses: settings.addresses, login: 'password' } },
  });
});

test('settings change without the password being typed again', async () => {
  const scripted = new ScriptedMailbox();
  const marked = { ...SETTINGS, subjectTag: true };
  const world = await mailWorld(scripted.connector, marked, { setup: SETUP });
  const client = clientOf(world);
  const alias = { name: 'Reclami', address: 'reclami@ondalta.example' };
  const changed = { ...settings, addresses: [alias, ...settings.addresses] };
  const { id: accountId } = world.account;
  const kept = { kind: 'kept' } as const;
  const wanted = {
    accountId,
    settings: { ...changed, plusAddress: true },
    proof: kept,
    teamId: 'communication',
  };
  expect(await client.mail.connect(wanted)).toMatchObject({
    ok: true,
    account: {
      id: accountId,
      name: 'Reclami',
      teamId: 'communication',
      mailbox: { addresses: [alias, {}], plusAddress: true, subjectTag: true, unfiled: null },
    },
  });
  expect(world.inbox().store.account(accountId)?.mailbox?.subjectTag).toBe(true);
  expect(await client.accounts.list()).toHaveLength(1);
  expect(await client.mail.connect({ settings, proof: kept })).toMatchObject({
    ok: false,
    error: { code: 'secret_missing' },
  });
});

test('a login in the browser is kept for its mailbox, once', async () => {
  const world = await mailWorld(new ScriptedMailbox().connector, SETTINGS, { setup: SETUP });
  const client = clientOf(world);
  const app = { issuer: { id: 'google' }, clientSecret: null, address: OUR_ADDRESS } as const;
  await expect(client.mail.logIn({ ...app, clientId: 'other' })).rejects.toMatchObject({
    data: { code: 'app_refused' },
  });
  const { loginId } = await client.mail.logIn({ ...app, clientId: 'app' });
  const proof = { kind: 'login', loginId } as const;
  expect(await client.mail.connect({ settings, proof })).toMatchObject({
    ok: true,
    account: { mailbox: { login: 'oauth' } },
  });
  expect(await loadMailSecret(world.inbox().secrets, world.account.id)).toEqual(ok(BY_LOGIN));
  expect(await client.mail.connect({ settings, proof })).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  });
});

test('a mail shows its envelope, and the one that an answer to it would have', async () => {
  const scripted = new ScriptedMailbox();
  const world = await mailWorld(scripted.connector, SETTINGS);
  const client = clientOf(world);
  scripted.arrive({
    from: 'giulia@cliente.example',
    cc: ['marco@cliente.example'],
    messageId: 'one@cliente.example',
    subject: 'Fattura doppia',
    atMs: world.clock.now(),
  });
  await world.sync();
  const [first] = world.conversations();
  const id = first?.row.id ?? '';
  const opened = await client.conversation.get({ id });
  expect(opened.messages).toMatchObject([
    {
      mail: {
        subject: 'Fattura doppia',
        cc: [{ address: 'marco@cliente.example' }],
        claims: null,
        whole: true,
        reply: {
          from: { address: OUR_ADDRESS },
          to: [{ address: 'giulia@cliente.example' }],
          others: [{ address: 'marco@cliente.example' }],
          subject: 'Re: Fattura doppia',
          forwardSubject: 'Fwd: Fattura doppia',
        },
      },
    },
  ]);
});

test('a draft keeps its recipients, the answer takes them, and taking it back returns them', async () => {
  const scripted = new ScriptedMailbox();
  const world = await mailWorld(scripted.connector, SETTINGS);
  const client = clientOf(world);
  scripted.arrive({ from: 'giulia@cliente.example', atMs: world.clock.now() });
  await world.sync();
  const id = world.conversations()[0]?.row.id ?? '';
  const anna = { name: 'Anna', address: 'anna@cliente.example' };
  const mail: MailDraftView = {
    kind: 'reply',
    to: [anna],
    cc: null,
    subject: 'Il suo guasto',
    files: [],
    signature: null,
    targetExternalId: null,
    quote: false,
    forwarded: null,
  };
  const text = 'Arriva domani.';
  await client.conversation.saveDraft({ id, text, mode: 'private', mail });
  expect((await client.conversation.get({ id })).draft).toMatchObject({ text, mail });
  const queued = await client.reply.queue({
    conversationId: id,
    text,
    seenThroughMs: world.clock.now(),
    closeAfter: false,
    mail,
  });
  expect(queued.mail).toMatchObject({ to: [anna], cc: [], subject: 'Il suo guasto' });
  expect((await client.conversation.get({ id })).draft).toBeNull();
  await client.reply.cancel({ outboxId: queued.id });
  expect((await client.conversation.get({ id })).draft).toMatchObject({
    text,
    mail: { to: [anna], subject: 'Il suo guasto' },
  });
});

test('each team has its signature in each language', async () => {
  const world = await mailWorld(new ScriptedMailbox().connector, SETTINGS);
  const client = clientOf(world);
  const words = { teamId: 'care', language: 'it', text: 'Ondalta Customer Care\n' } as const;
  await client.mail.setSignature(words);
  expect(await client.mail.signatures()).toEqual([{ ...words, text: 'Ondalta Customer Care' }]);
  await client.mail.setSignature({ ...words, text: ' ' });
  expect(await client.mail.signatures()).toEqual([]);
  await expect(client.mail.setSignature({ ...words, teamId: 'nobody' })).rejects.toMatchObject({
    data: { code: 'not_found' },
  });
});

test('a token that the server does not take any more is renewed once, before anybody is asked', async () => {
  const scripted = new ScriptedMailbox();
  const world = await mailWorld(scripted.connector, SETTINGS);
  const tried: (string | undefined)[] = [];
  const inbox = {
    ...world.inbox(),
    mailTokens: {
      secretFor: (_id: string, _signal: AbortSignal, refused?: string) => {
        tried.push(refused);
        const accessToken = refused === undefined ? 'access' : 'renewed';
        return Promise.resolve(ok({ ...BY_LOGIN, accessToken }));
      },
    },
  };
  const refusing: MailConnector = {
    ...scripted.connector,
    async *read({ secret, ...mailbox }, plan) {
      const taken = secret.kind === 'oauth' && secret.accessToken === 'renewed';
      return taken
        ? yield* scripted.connector.read({ secret, ...mailbox }, plan)
        : err(appError('token_dead'));
    },
  };
  const { signal } = new AbortController();
  const read = await syncMailbox({ ...inbox, mail: refusing }, world.account.id, {
    depth: 'news',
    signal,
  });
  expect(read.ok).toBe(true);
  expect(tried.slice(0, 2)).toEqual([undefined, 'access']);
  expect(tried.filter((refused) => refused !== undefined)).toHaveLength(1);
});
