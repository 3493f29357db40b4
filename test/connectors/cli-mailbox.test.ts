import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serverOption } from '../../electron/service/cli/mailbox-options.ts';
import { riscontro } from '../support/cli.ts';
import {
  canRunPostfix,
  MAIL_USERS,
  startMailServers,
  type MailServers,
} from '../support/mail-servers/index.ts';

const { care } = MAIL_USERS;

test.each([
  ['imap.example.com:993', { host: 'imap.example.com', port: 993, security: 'tls' }],
  ['imap.example.com:143', { host: 'imap.example.com', port: 143, security: 'starttls' }],
  ['127.0.0.1:1143/none', { host: '127.0.0.1', port: 1143, security: 'none' }],
  ['[::1]:465', { host: '::1', port: 465, security: 'tls' }],
  ['smtp.example.com:587/TLS', { host: 'smtp.example.com', port: 587, security: 'tls' }],
])('%s names a server', (text, server) => {
  expect(serverOption(text)).toEqual(server);
});

test.each([
  'imap.example.com',
  ':993',
  'a:0',
  'a:70000',
  'a:993/ssl',
  'https://a:993',
  'a b:993',
  '',
])('%s names none', (text) => {
  expect(() => serverOption(text)).toThrow('Expected HOST:PORT');
});

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'riscontro-cli-mail-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

test('a known provider’s servers are named without asking anybody', async () => {
  const end = await riscontro('--profile', folder(), 'mail', 'discover', 'anna@libero.it');
  expect(end.json).toMatchObject({
    servers: [{ origin: 'provider', provider: 'Libero', imap: { host: 'imapmail.libero.it' } }],
  });
});

test('without a password nothing is tried', async () => {
  const at = ['--imap', '127.0.0.1:1/none', '--smtp', '127.0.0.1:1/none'];
  const end = await riscontro('--profile', folder(), 'mail', 'add', care.address, ...at);
  expect(end.code).toBe(1);
  expect(JSON.parse(end.stderr)).toMatchObject({
    error: { code: 'bad_input', details: { field: 'password' } },
  });
});

describe.skipIf(!canRunPostfix)('a mailbox on real servers', () => {
  let servers: MailServers;
  beforeAll(async () => {
    servers = await startMailServers({ smtp: true });
  });
  afterAll(() => servers.stop());

  const at = (): readonly string[] => [
    '--imap',
    `127.0.0.1:${servers.dovecot.ports.imap}/none`,
    '--smtp',
    `127.0.0.1:${servers.postfix?.ports.submission ?? 0}/none`,
  ];

  test('says at which step a wrong password fails, then is connected by the right one and read', async () => {
    const profile = folder();
    const file = join(profile, 'password');
    const words = ['--profile', profile, 'mail', 'add', care.address, '--password-file', file];
    writeFileSync(file, 'sbagliata\n');
    const refused = await riscontro(...words, ...at());
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stderr)).toMatchObject({
      error: { code: 'token_dead', details: { step: 'imap_login', host: '127.0.0.1' } },
    });
    expect(refused.stderr).not.toContain('sbagliata');
    expect((await riscontro('--profile', profile, 'account', 'list')).json).toEqual({
      accounts: [],
    });
    writeFileSync(file, `${care.password}\n`);
    const added = await riscontro(...words, '--name', 'Assistenza', '--team', 'Posta', ...at());
    expect(added.json).toMatchObject({
      channel: 'email',
      externalId: care.address,
      name: 'Assistenza',
      team: 'Posta',
    });
    await servers.deliver(care.address, 'From: anna@posta.test\r\nSubject: Guasto\r\n\r\nCiao\r\n');
    expect((await riscontro('--profile', profile, 'sync')).code).toBe(0);
    expect((await riscontro('--profile', profile, 'list')).json).toMatchObject({
      conversations: [{ channel: 'email', team: 'Posta' }],
    });
  }, 120_000);

  test('takes its password from standard input', async () => {
    const entry = fileURLToPath(new URL('../../electron/service/cli/index.ts', import.meta.url));
    const words = ['--profile', folder(), 'mail', 'test', care.address, ...at()];
    const child = spawn(process.execPath, [entry, ...words], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(`${care.password}\n`);
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    await once(child, 'close');
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      folders: expect.arrayContaining([expect.objectContaining({ path: 'INBOX' })]) as unknown,
    });
  });
});
