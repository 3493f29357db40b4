import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { Gap } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';

/** How much of a period is known. */
export interface Coverage {
  /**
   * 0–1 over all sources of all accounts that are read; what was read later counts as read. 1 when
   * there is none.
   */
  readonly share: number;
  readonly gaps: readonly {
    readonly fromMs: number;
    readonly toMs: number;
    readonly accountId: string;
    readonly source: SourceId;
    readonly reason: ErrorCode;
    /** A later complete read made it good. */
    readonly filled: boolean;
  }[];
}

/** Returns the gaps of a period and the share of it that is known. What lies ahead is not counted. */
export function coverageOf(
  { store, clock }: Inbox,
  period: { readonly fromMs: number; readonly toMs: number },
): Coverage {
  const untilMs = Math.min(period.toMs, clock.now());
  const accounts = new Map(store.accounts().map((account) => [account.id, account]));
  const isRead = ({ accountId, source }: Pick<Gap, 'accountId' | 'source'>): boolean =>
    accounts.get(accountId)?.switchedOff.has(source) === false;
  const gaps = store
    .gaps(null, period.fromMs, untilMs)
    .filter(isRead)
    .map(({ fromMs, toMs, accountId, source, reason, filledAtMs }) => ({
      fromMs: Math.max(fromMs, period.fromMs),
      toMs: Math.min(toMs ?? untilMs, untilMs),
      accountId,
      source,
      reason,
      filled: filledAtMs !== null,
    }))
    .filter((gap) => gap.fromMs < gap.toMs);
  const read = [...accounts.keys()]
    .flatMap((id) => store.sourceStates(id))
    .filter((state) => state.completeThroughMs !== null && isRead(state));
  const wholeMs = (untilMs - period.fromMs) * read.length;
  // A source's gaps never overlap: one opens only when none is open.
  const missed = gaps.filter((gap) => !gap.filled);
  const missedMs = missed.reduce((sum, gap) => sum + (gap.toMs - gap.fromMs), 0);
  return { share: wholeMs <= 0 ? 1 : Math.max(0, 1 - missedMs / wholeMs), gaps };
}
