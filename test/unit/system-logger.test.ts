import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openFileLogger } from '../../electron/service/system/file-logger.ts';
import { safeString } from '../../electron/service/system/log-value.ts';
import { appError, AppFailure } from '../../shared/kernel/app-error.ts';

function logDir() {
  const dir = mkdtempSync(join(tmpdir(), 'riscontro-log-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const open = (limits: { maxBytes?: number; maxFiles?: number } = {}) =>
    openFileLogger({ dir, clock: { now: () => Date.UTC(2026, 2, 1) }, ...limits });
  const text = (): string =>
    readdirSync(dir)
      .map((name) => readFileSync(join(dir, name), 'utf8'))
      .join('');
  return { dir, open, text };
}

/** Shapes of what must never be written: tokens of platforms, keys, passwords, people's words. */
const TOKENS = [
  'EAABsbCS1iHgBAKZCZCvZAq3sXz0ZBZCZC9gZDZD',
  '1234567890|aBcDeFgHiJkLmNoPqRsTuVwXyZ0',
  'ya29.a0AfH6SMBx-longer_than_it_looks',
  'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N',
  '3f786850e387550fdab836ed7e6dc881de23001b',
  'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  'Maria Rossi <maria.rossi@example.org>',
  'Buongiorno, da ieri il modem non funziona',
  'https://graph.example.org/me?access_token=EAAB',
];

describe('the log', () => {
  it('is one JSON object per line, with the instant in UTC', () => {
    const { open, text } = logDir();
    const logger = open();
    logger.info('sync.done', { accountId: '018f2b6e-1111-7000-8000-000000000000', items: 73 });
    logger.warn('sync.throttled', { reason: 'throttled', post: '123_456', again: true });
    expect(
      text()
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      {
        at: '2026-03-01T00:00:00.000Z',
        level: 'info',
        event: 'sync.done',
        accountId: '018f2b6e-1111-7000-8000-000000000000',
        items: 73,
      },
      {
        at: '2026-03-01T00:00:00.000Z',
        level: 'warn',
        event: 'sync.throttled',
        reason: 'throttled',
        post: '123_456',
        again: true,
      },
    ]);
  });

  it.each(TOKENS)('never holds %s, wherever it is put', (token) => {
    const { open, text } = logDir();
    const logger = open();
    logger.info(token, { field: token });
    const bug = new Error(`refused: ${token}\n    at ${token} (${token}:1:1)`, {
      cause: new TypeError(token),
    });
    bug.name = token;
    logger.error('call.failed', bug, { field: token });
    logger.error('call.failed', token);
    logger.error('call.failed', { code: token, message: token, error: { code: token } });
    logger.error('call.failed', new AppFailure(appError('token_dead', { hint: token })));
    expect(text()).not.toContain(token);
    expect(text().trim().split('\n').length).toBe(5);
  });

  it('never holds a long random word', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    const word = fc
      .array(fc.constantFrom(...letters), { minLength: 32, maxLength: 200 })
      .map((chars) => chars.join(''))
      .filter((chars) => /[A-Z]/.test(chars));
    fc.assert(
      fc.property(word, (token) => {
        expect(safeString(token)).toBe(`[${token.length} characters]`);
      }),
    );
  });

  it('tells where a failure happened and its code, not what it said', () => {
    const { open, text } = logDir();
    const failure = new AppFailure(appError('disk_full'));
    open().error('store.append', failure);
    const line: unknown = JSON.parse(text());
    expect(line).toMatchObject({ error: { name: 'AppFailure', code: 'disk_full' } });
    expect(text()).toMatch(/system-logger\.test\.ts:\d+:\d+/);
    expect(text()).not.toContain(import.meta.dirname);
  });

  it('keeps five files of the given size and drops the oldest lines', () => {
    const { dir, open, text } = logDir();
    const logger = open({ maxBytes: 500, maxFiles: 5 });
    for (let number = 0; number < 100; number += 1) logger.info('tick', { number });
    const files = readdirSync(dir).toSorted();
    expect(files).toEqual([
      'service.1.log',
      'service.2.log',
      'service.3.log',
      'service.4.log',
      'service.log',
    ]);
    for (const file of files) expect(statSync(join(dir, file)).size).toBeLessThanOrEqual(500);
    expect(text()).toContain('"number":99');
    expect(text()).not.toContain('"number":0}');
  });

  it('goes on with the file of the last start', () => {
    const { open, text } = logDir();
    open().info('one');
    open().info('two');
    expect(text().trim().split('\n').length).toBe(2);
  });

  it('never stops the work when it cannot be written', () => {
    const logger = openFileLogger({
      dir: join(import.meta.filename, 'nowhere'),
      clock: { now: () => 0 },
    });
    expect(() => logger.info('one')).not.toThrow();
  });
});
