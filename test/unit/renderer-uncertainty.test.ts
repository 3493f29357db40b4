import { describe, expect, test } from 'vitest';
import type { AccountView, GapView, SourceView } from '../../shared/contract/channel-schemas.ts';
import { t } from '../../renderer/lib/i18n/i18n.ts';
import { uncertainWords } from '../../renderer/lib/timer/uncertainty.ts';

const at = (hour: number): number => new Date(2026, 10, 23, hour, 5).getTime();
const NOW = at(12);

const gap = (change: Partial<GapView> = {}): GapView => ({
  source: 'comments',
  fromMs: at(9),
  toMs: at(10),
  reason: 'offline',
  filledAtMs: null,
  ...change,
});
const account = (gaps: readonly GapView[], state: SourceView['state']) =>
  ({ health: { gaps }, sources: [{ source: 'comments', state }] }) as unknown as AccountView;

const row = (uncertain = true) => ({
  source: 'comments' as const,
  timer: {
    pendingSinceMs: at(8),
    warnAtMs: null,
    dueAtMs: at(14),
    answeredAtMs: null,
    answeredInMs: null,
    paused: false,
    uncertain,
  },
});
const words = (about: AccountView | undefined, uncertain = true) =>
  uncertainWords(t, row(uncertain), { account: about, nowMs: NOW });

describe('why a timer is uncertain', () => {
  test('a certain one has nothing to say', () => {
    expect(words(account([gap()], 'ok'), false)).toBeNull();
  });

  test('nothing is claimed before the account is known', () => {
    expect(words(undefined)).toBeNull();
  });

  test('a source that still fails: since when and why', () => {
    expect(words(account([gap()], 'error'))).toBe(
      'La fonte «Commenti» non si legge da 09:05: rete assente',
    );
  });

  test('one that is read again: from when to when and why', () => {
    expect(words(account([gap({ reason: 'asleep' })], 'ok'))).toBe(
      'La fonte «Commenti» non è stata letta da 09:05 a 10:05: computer in sospensione. La prossima lettura completa lo chiarisce',
    );
  });

  test('a gap of another source, one made good, or one before the request is not it', () => {
    const others = [
      gap({ source: 'messenger' }),
      gap({ filledAtMs: at(11) }),
      gap({ fromMs: at(6), toMs: at(7) }),
    ];
    expect(words(account(others, 'ok'))).toBe('La fonte «Commenti» non è stata letta tutta');
  });
});
