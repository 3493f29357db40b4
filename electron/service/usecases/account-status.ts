import { appError, type AppError, type ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { AccountRow, Gap, TokenState } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';
import { sourceStatuses, type SourceStatus } from './source-status.ts';
import { spendOf, USAGE_SLOW_PERCENT, type Spend } from './spend.ts';
import { endsSoon } from './token-state.ts';

/** How an account stands, for people. */
export interface AccountStatus {
  readonly account: AccountRow;
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
  readonly sources: readonly SourceStatus[];
  /** Null until the platform was asked. */
  readonly token: TokenState | null;
  readonly spend: Spend;
}

/** How far back gaps are shown. */
const GAPS_SHOWN_MS = 30 * 86_400_000;

/** Failures that end only when a person does something. */
const NEEDS_PERSON: ReadonlySet<ErrorCode> = new Set([
  'token_dead',
  'wrong_token_kind',
  'permission_missing',
  'secret_missing',
  'secret_sealed',
  'object_gone',
  'blocked',
  'refused',
]);

/** Returns the account with its health as of now. */
export function accountStatus(inbox: Inbox, account: AccountRow): AccountStatus {
  const spend = spendOf(inbox, account);
  const token = inbox.store.tokenState(account.id);
  const sources = sourceStatuses(inbox, account, { spend, token });
  const parts = { account, sources, token, spend };
  return { ...parts, health: healthOf(inbox, parts) };
}

function healthOf(
  { store, clock, reading }: Inbox,
  { account, sources, token, spend }: Omit<AccountStatus, 'health'>,
): AccountStatus['health'] {
  const nowMs = clock.now();
  const { error: ofAccount, lastReadAtMs } = store.health(account.id);
  const failing = sources.filter((one) => one.state === 'permission' || one.state === 'error');
  const core = failing.find(({ source }) => source === 'posts' || source === 'comments');
  const error = ofAccount ?? core?.error ?? null;
  const gaps = store.gaps(account.id, nowMs - GAPS_SHOWN_MS, nowMs + 1);
  const openGap = gaps.find((gap) => gap.filledAtMs === null && gap.toMs === null);
  const counts = store.accountCounts(account.id);
  const readItems = reading.get(account.id) ?? null;
  const nextReads = sources.flatMap(({ nextReadAtMs }) => nextReadAtMs ?? []);
  return {
    state: stateOf({
      reading: readItems !== null,
      // What opened the gap may be over while the gap is not.
      error,
      gap: openGap !== undefined,
      warning:
        failing.length > 0 ||
        counts.setAside > 0 ||
        (spend.usagePercent ?? 0) >= USAGE_SLOW_PERCENT ||
        endsSoon(token, nowMs),
    }),
    error: error ?? (openGap === undefined ? null : appError(openGap.reason)),
    lastReadAtMs,
    nextReadAtMs: nextReads.length === 0 ? null : Math.min(...nextReads),
    readItems,
    conversationCount: counts.conversations,
    messageCount: counts.messages,
    setAsideCount: counts.setAside,
    usagePercent: spend.usagePercent,
    gaps: gaps.map((gap) => ({ ...gap, toMs: gap.toMs ?? nowMs })),
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
