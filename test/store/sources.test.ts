import { describe, expect, it } from 'vitest';
import type { PlatformState } from '../../shared/domain/action/types.ts';
import type { SourceState, TokenState } from '../../electron/service/ports/store.ts';
import { ACCOUNT, accountAdded, HOUR_MS, NOW_MS, workspace } from '../support/store.ts';

const GAP = { accountId: ACCOUNT, source: 'posts', fromMs: NOW_MS, reason: 'offline' } as const;

const STATE: PlatformState = {
  canReply: true,
  canHide: false,
  canDelete: null,
  canLike: true,
  canReplyPrivately: null,
  likeCount: 3,
  liked: false,
};

const NOTHING = { accountId: ACCOUNT, setAside: [], posts: new Map() } as const;

describe('the gaps of a source', () => {
  it('stay one while it lasts, whatever happens to other sources', () => {
    const store = workspace().open();
    store.openGap(GAP);
    store.openGap({ ...GAP, fromMs: NOW_MS + HOUR_MS, reason: 'throttled' });
    store.openGap({ ...GAP, source: 'messenger' });
    store.fillGaps(ACCOUNT, 'messenger', NOW_MS + HOUR_MS);
    expect(store.gaps(null, 0, 2 * NOW_MS)).toEqual([
      { ...GAP, source: 'messenger', toMs: NOW_MS + HOUR_MS, filledAtMs: NOW_MS + HOUR_MS },
      { ...GAP, toMs: null, filledAtMs: null },
    ]);
  });

  it('can end without being made good; a later complete read fills all of them', () => {
    const store = workspace().open();
    store.openGap(GAP);
    store.closeGap(ACCOUNT, 'posts', NOW_MS + HOUR_MS);
    expect(store.gaps(ACCOUNT, 0, 2 * NOW_MS)).toEqual([
      { ...GAP, toMs: NOW_MS + HOUR_MS, filledAtMs: null },
    ]);
    store.fillGaps(ACCOUNT, 'posts', NOW_MS + 3 * HOUR_MS);
    expect(store.gaps(ACCOUNT, 0, 2 * NOW_MS)).toEqual([
      { ...GAP, toMs: NOW_MS + HOUR_MS, filledAtMs: NOW_MS + 3 * HOUR_MS },
    ]);
  });
});

describe('what is kept of reading', () => {
  it('is one state per source and one per token, the newest', () => {
    const store = workspace().open();
    const posts: SourceState = {
      accountId: ACCOUNT,
      source: 'posts',
      completeThroughMs: NOW_MS,
      lastAttemptAtMs: NOW_MS + 1,
      wholeAtMs: null,
      error: null,
    };
    const failed = {
      ...posts,
      error: { code: 'permission_missing', details: { permission: 'x' } },
    };
    store.setSourceState(posts);
    store.setSourceState(failed as SourceState);
    expect(store.sourceStates(ACCOUNT)).toEqual([failed]);
    const token: TokenState = {
      accountId: ACCOUNT,
      kind: 'page',
      appId: '77',
      scopes: ['pages_messaging'],
      expiresAtMs: NOW_MS + HOUR_MS,
      dataAccessExpiresAtMs: null,
      instagram: { externalId: '9', name: 'la_pagina' },
      checkedAtMs: NOW_MS,
      trouble: null,
    };
    expect(store.tokenState(ACCOUNT)).toBeNull();
    store.setTokenState({ ...token, trouble: 'expired' });
    store.setTokenState(token);
    expect(store.tokenState(ACCOUNT)).toEqual(token);
  });

  it('counts calls per purpose and slot, and forgets those older than two days', () => {
    const store = workspace().open();
    const old = { purpose: 'posts', slotMs: NOW_MS - 49 * HOUR_MS, calls: 9 } as const;
    const now = { purpose: 'posts', slotMs: NOW_MS, calls: 2 } as const;
    store.addCalls(ACCOUNT, [old]);
    store.appendRead([], { ...NOTHING, calls: [now] });
    store.addCalls(ACCOUNT, [
      { ...now, calls: 3 },
      { ...now, purpose: 'write', calls: 1 },
    ]);
    expect(store.calls(ACCOUNT, 0)).toEqual([
      { ...now, calls: 5 },
      { purpose: 'write', slotMs: NOW_MS, calls: 1 },
    ]);
    expect(store.calls(ACCOUNT, NOW_MS + 1)).toEqual([]);
  });

  it('is all written or not at all', () => {
    const store = workspace().open();
    const half = (): void =>
      store.together(() => {
        store.openGap(GAP);
        throw new Error('half way');
      });
    expect(half).toThrow('half way');
    expect(store.gaps(null, 0, 2 * NOW_MS)).toEqual([]);
  });
});

describe('what the platform said of a message', () => {
  it('is the latest that a read brought, changed by what we did ourselves', () => {
    const store = workspace().open();
    store.appendRead([], { ...NOTHING, states: new Map([['m1', { ...STATE, likeCount: 2 }]]) });
    store.appendRead([], { ...NOTHING, states: new Map([['m1', STATE]]) });
    store.setPlatformState(ACCOUNT, 'm1', { liked: true, likeCount: 4 });
    store.setPlatformState(ACCOUNT, 'm2', { liked: true });
    const unsaid = Object.fromEntries(Object.keys(STATE).map((key) => [key, null]));
    expect(store.platformStates(ACCOUNT, ['m1', 'm2', 'm3'])).toEqual(
      new Map([
        ['m1', { ...STATE, liked: true, likeCount: 4 }],
        ['m2', { ...unsaid, liked: true }],
      ]),
    );
  });
});

describe('the sources of an account', () => {
  it('are all on until somebody switches one off, each by itself', () => {
    const store = workspace().open();
    const change = (sources: Readonly<Record<string, boolean>>) =>
      store.append([{ ...accountAdded(), kind: 'account.changed', payload: { sources } }]);
    store.append([accountAdded()]);
    expect(store.account(ACCOUNT)?.switchedOff).toEqual(new Set());
    change({ ads: false, reviews: false });
    change({ ads: true, reels: false });
    expect(store.account(ACCOUNT)?.switchedOff).toEqual(new Set(['reels', 'reviews']));
  });
});
