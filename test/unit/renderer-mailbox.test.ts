import { describe, expect, test } from 'vitest';
import {
  furthest,
  inOrder,
  isWrongPlace,
  usualFolders,
  type FailedAttempt,
} from '../../renderer/lib/mailbox/attempts.ts';
import {
  emptyServer,
  isMailAddress,
  readServer,
  withSecurity,
} from '../../renderer/lib/mailbox/servers.ts';

const server = { host: 'imap.example.com', port: 993, security: 'tls', user: 'anna' } as const;

const attempt = (step: FailedAttempt['step'], host: string = server.host): FailedAttempt => ({
  imap: { ...server, host },
  smtp: server,
  step,
  error: { code: 'offline' },
  by: 'password',
});

describe('trying servers in turn', () => {
  test.each([
    ['imap_reach', true],
    ['imap_secure', true],
    ['imap_login', false],
    ['folders', false],
    ['smtp_reach', true],
    ['smtp_secure', true],
    ['smtp_login', false],
    [null, false],
  ] as const)('after a failure at %s others are tried: %s', (step, others) => {
    expect(isWrongPlace(attempt(step))).toBe(others);
  });

  test('the attempt that came furthest is told, the earliest of several', () => {
    const attempts = [
      attempt('imap_reach', 'a'),
      attempt('smtp_reach', 'b'),
      attempt('smtp_reach', 'c'),
      attempt('imap_login', 'd'),
    ];
    expect(furthest(attempts)?.imap.host).toBe('b');
    expect(furthest([])).toBeNull();
  });
});

test('what arrives and what was sent is read unless somebody chooses; trash, junk and drafts stand last', () => {
  const folders = [
    { path: 'Trash', use: '\\Trash' },
    { path: 'Inbox', use: null },
    { path: 'Bozze', use: '\\Drafts' },
    { path: 'Clienti', use: null },
    { path: 'Inviata', use: '\\Sent' },
  ];
  expect(usualFolders(folders)).toEqual(['Inbox', 'Inviata']);
  expect(inOrder(folders).map(({ path }) => path)).toEqual([
    'Inbox',
    'Inviata',
    'Clienti',
    'Bozze',
    'Trash',
  ]);
});

describe('a server as it is typed', () => {
  const typed = { ...emptyServer('imap', 'anna'), host: 'imap.example.com' };

  test.each([
    ['nothing is wrong', {}, []],
    ['no name', { host: ' ' }, ['host']],
    ['an address of the web', { host: 'https://imap.example.com' }, ['host']],
    ['a port in the name', { host: 'imap.example.com:993' }, ['host']],
    ['no number', { port: 'imaps' }, ['port']],
    ['no port', { port: '0' }, ['port']],
    ['a port too high', { port: '65536' }, ['port']],
    ['nobody', { user: '' }, ['user']],
    ['no encryption beyond this computer', { security: 'none' }, ['security']],
    ['no encryption on it', { security: 'none', host: '127.0.0.1' }, []],
    ['all of it', { host: '', port: '', user: '' }, ['host', 'port', 'user']],
  ] as const)('%s', (_name, change, faults) => {
    expect(readServer({ ...typed, ...change }).faults).toEqual(faults);
  });

  test('another encryption brings its port, unless another one was typed', () => {
    expect(withSecurity(typed, 'imap', 'starttls').port).toBe('143');
    expect(withSecurity({ ...typed, port: '1993' }, 'imap', 'starttls').port).toBe('1993');
  });
});

test.each([
  ['anna@posta.example', true],
  ['anna@posta', false],
  ['anna', false],
  ['Anna <anna@posta.example>', false],
  ['a@b.c, d@e.f', false],
  [`${'a'.repeat(320)}@posta.example`, false],
])('%s is an address: %s', (text, is) => {
  expect(isMailAddress(text)).toBe(is);
});
