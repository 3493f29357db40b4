import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { Inbox } from './inbox.ts';

/** How much of a period was read. */
export interface Coverage {
  /** 0–1 over all accounts; 1 when there is none. */
  readonly share: number;
  readonly gaps: readonly {
    readonly fromMs: number;
    readonly toMs: number;
    readonly accountId: string;
    readonly reason: ErrorCode;
  }[];
}

/** Returns the gaps of a period and the share of it that was read. What lies ahead is not counted. */
export function coverageOf(
  { store, clock }: Inbox,
  period: { readonly fromMs: number; readonly toMs: number },
): Coverage {
  const untilMs = Math.min(period.toMs, clock.now());
  const accounts = new Set(store.accounts().map((account) => account.id));
  const gaps = store
    .gaps(null, period.fromMs, untilMs)
    .filter((gap) => accounts.has(gap.accountId))
    .map(({ fromMs, toMs, accountId, reason }) => ({
      fromMs: Math.max(fromMs, period.fromMs),
      toMs: Math.min(toMs ?? untilMs, untilMs),
      accountId,
      reason,
    }))
    .filter((gap) => gap.fromMs < gap.toMs);
  const wholeMs = (untilMs - period.fromMs) * accounts.size;
  // An account's gaps never overlap: one opens only when none is open.
  const missedMs = gaps.reduce((sum, gap) => sum + (gap.toMs - gap.fromMs), 0);
  return { share: wholeMs <= 0 ? 1 : Math.max(0, 1 - missedMs / wholeMs), gaps };
}
