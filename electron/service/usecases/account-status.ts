import { appError, type AppError, type ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { AccountRow, Gap } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';

/** How an account stands, for people. */
export interface AccountStatus extends AccountRow {
  readonly health: {
    readonly state: 'ok' | 'reading' | 'warning' | 'error' | 'gap';
    readonly error: AppError | null;
    readonly lastReadAtMs: number | null;
    readonly nextReadAtMs: number | null;
    readonly readItems: number | null;
    readonly conversationCount: number;
    readonly messageCount: number;
    readonly setAsideCount: number;
    readonly usagePercent: number | null;
    readonly gaps: readonly (Gap & { readonly toMs: number })[];
  };
}

/** From here on the platform's own figure is worth a warning (it throttles at 100). */
const USAGE_WARNING_PERCENT = 75;
/** How far back gaps are shown. */
const GAPS_SHOWN_MS = 30 * 86_400_000;

/** Failures that end only when a person does something. */
const NEEDS_PERSON: ReadonlySet<ErrorCode> = new Set([
  'token_dead',
  'permission_missing',
  'secret_missing',
  'secret_sealed',
  'object_gone',
  'blocked',
  'refused',
]);

/** Returns the account with its health as of now. */
export function accountStatus(inbox: Inbox, account: AccountRow): AccountStatus {
  const { store, clock } = inbox;
  const nowMs = clock.now();
  const { error, lastReadAtMs, usagePercent } = store.health(account.id);
  const gaps = store.gaps(account.id, nowMs - GAPS_SHOWN_MS, nowMs + 1);
  const openGap = gaps.find((gap) => gap.toMs === null);
  const counts = store.accountCounts(account.id);
  const readItems = inbox.reading.get(account.id) ?? null;
  const shownError = error ?? (openGap === undefined ? null : appError(openGap.reason));
  const usageHigh = (usagePercent ?? 0) >= USAGE_WARNING_PERCENT;
  return {
    ...account,
    health: {
      state: stateOf({
        reading: readItems !== null,
        // What opened the gap may be over while the gap is not.
        error,
        gap: openGap !== undefined,
        warning: counts.setAside > 0 || usageHigh,
      }),
      error: shownError,
      lastReadAtMs,
      nextReadAtMs: inbox.nextReads.get(account.id) ?? null,
      readItems,
      conversationCount: counts.conversations,
      messageCount: counts.messages,
      setAsideCount: counts.setAside,
      usagePercent,
      gaps: gaps.map((gap) => ({ ...gap, toMs: gap.toMs ?? nowMs })),
    },
  };
}

function stateOf(facts: {
  readonly reading: boolean;
  readonly error: AppError | null;
  readonly gap: boolean;
  readonly warning: boolean;
}): AccountStatus['health']['state'] {
  if (facts.reading) return 'reading';
  if (facts.error !== null && NEEDS_PERSON.has(facts.error.code)) return 'error';
  if (facts.gap) return 'gap';
  return facts.warning ? 'warning' : 'ok';
}
