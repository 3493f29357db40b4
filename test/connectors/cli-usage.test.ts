import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../electron/service/system/system-clock.ts';
import { uuidIds } from '../../electron/service/system/uuid-ids.ts';
import { lockWorkspace } from '../../electron/service/system/workspace-lock.ts';
import { instantOf } from '../../electron/service/cli/period.ts';
import { riscontro } from '../support/cli.ts';
import { startLoopback } from '../support/loopback-server.ts';

function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const errorOf = (stderr: string): unknown => (JSON.parse(stderr) as { error: unknown }).error;

test.each([
  ['an unknown command', ['bogus']],
  ['a missing option', ['reply', 'some-id']],
  ['a view that does not exist', ['list', '--view', 'nothing']],
  ['a port that is no number', ['practice', 'serve', '--port', 'many']],
  ['two worlds at once', ['practice', 'serve', '--seed', '1', '--world', 'feed.json']],
  ['two other worlds at once', ['practice', 'serve', '--empty', '--bulk', '100']],
  ['a fault that is none', ['practice', 'serve', '--faults', '{"kind":"fire"}']],
])('%s is bad usage: exit 2, nothing on stdout', async (_what, words) => {
  const end = await riscontro('--profile', profile(), ...words);
  expect({ code: end.code, json: end.json }).toEqual({ code: 2, json: null });
  expect(end.stderr).toContain('error:');
});

test('a failure is exit 1 with its code and words on stderr', async () => {
  const end = await riscontro('--profile', profile(), 'show', 'no-such-id');
  expect({ code: end.code, json: end.json }).toEqual({ code: 1, json: null });
  expect(errorOf(end.stderr)).toEqual({
    code: 'not_found',
    message: 'There is no such thing in this workspace.',
  });
});

test('a workspace that the app works in is refused, with what to do', async () => {
  const dir = profile();
  const held = lockWorkspace({ dir, program: 'app', clock: systemClock, ids: uuidIds });
  expect(held.ok).toBe(true);
  const end = await riscontro('--profile', dir, 'list');
  if (held.ok) held.value.release();
  expect(end.code).toBe(1);
  expect(errorOf(end.stderr)).toMatchObject({
    code: 'workspace_locked',
    message: expect.stringContaining('close the Riscontro window') as string,
    details: { program: 'app' },
  });
});

test('a page that is not there leaves no account behind', async () => {
  const dir = profile();
  const gone = await startLoopback(() => {});
  await gone.close();
  const at = ['--page', '1', '--token', 'x', '--graph-url', `${gone.origin}/v26.0`];
  const end = await riscontro('--profile', dir, 'account', 'add', 'facebook', ...at);
  expect(end.code).toBe(1);
  expect(errorOf(end.stderr)).toMatchObject({ code: 'offline' });
  expect((await riscontro('--profile', dir, 'account', 'list')).json).toEqual({ accounts: [] });
});

test.each([
  ['2026-03-29', 'start', '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 'end', '2026-03-29T22:00:00.000Z'],
  ['2026-12-31', 'end', '2026-12-31T23:00:00.000Z'],
  ['2026-03-29T10:00:00Z', 'start', '2026-03-29T10:00:00.000Z'],
] as const)('%s as %s of a period is %s in Rome', (text, edge, instant) => {
  expect(instantOf(text, 'Europe/Rome', edge)).toBe(Date.parse(instant));
});

test.each(['2026-02-31', 'yesterday', '', '29/03/2026'])('%s is no date', (text) => {
  expect(instantOf(text, 'Europe/Rome', 'start')).toBeNull();
});
