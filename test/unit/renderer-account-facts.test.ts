import { expect, test } from 'vitest';
import type { AccountView, SourceView } from '../../shared/contract/channel-schemas.ts';
import { isFirstRead } from '../../renderer/state/account-facts.ts';
import { appError } from '../../shared/kernel/app-error.ts';

const READ: SourceView = {
  source: 'posts',
  enabled: true,
  state: 'ok',
  error: null,
  missing: [],
  completeThroughMs: 1_000,
  nextReadAtMs: null,
  callsLastHour: 0,
  callsLastDay: 0,
};

const UNREAD = { ...READ, source: 'messenger', completeThroughMs: null } as const;

const account = (
  source: SourceView,
  { lastReadAtMs = 1_000 as number | null, pace = 'usual' as AccountView['spend']['pace'] } = {},
): AccountView => ({
  id: 'a',
  channel: 'facebook',
  externalId: '1',
  name: 'Ondalta',
  baseUrl: 'http://127.0.0.1',
  teamId: 'care',
  practice: false,
  tokenSealed: true,
  health: {
    state: 'ok',
    error: null,
    lastReadAtMs,
    nextReadAtMs: null,
    readItems: null,
    conversationCount: 0,
    messageCount: 0,
    setAsideCount: 0,
    usagePercent: null,
    gaps: [],
  },
  sources: [READ, source],
  token: {
    kind: 'page',
    appId: null,
    scopes: null,
    expiresAtMs: null,
    dataAccessExpiresAtMs: null,
    checkedAtMs: null,
    trouble: null,
    canLogIn: false,
  },
  spend: { callsLastHour: 0, callsLastDay: 0, usagePercent: null, pace, heldUntilMs: null },
  mailbox: null,
});

test.each<[string, AccountView, boolean]>([
  ['everything was read', account(READ), false],
  ['a source is read again', account({ ...READ, state: 'reading' }), false],
  ['nothing was read', account(READ, { lastReadAtMs: null }), true],
  ['a source waits for its turn', account({ ...UNREAD, state: 'waiting' }), true],
  ['a source is being read', account({ ...UNREAD, state: 'reading' }), true],
  [
    'one that failed is tried again',
    account({ ...UNREAD, state: 'reading', error: appError('offline') }),
    false,
  ],
  ['a source is not to be had', account({ ...UNREAD, state: 'unavailable' }), false],
  ['calls are short', account({ ...UNREAD, state: 'waiting' }, { pace: 'open_only' }), false],
])('a first read runs, or not: %s', (...[, view, runs]) => {
  expect(isFirstRead(view)).toBe(runs);
});
