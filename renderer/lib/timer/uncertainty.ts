import type { AccountView, GapView } from '../../../shared/contract/channel-schemas.ts';
import type { ConversationSummary } from '../../../shared/contract/schemas.ts';
import { formatWhen } from '../format/date.ts';
import type { Translate } from '../i18n/i18n.ts';
import { gapWords } from '../text/gap-words.ts';

/** What is looked at in a conversation. */
type Timed = Pick<ConversationSummary, 'source' | 'timer'>;

/** The newest stretch that was not read, and not made good since, within the life of the request. */
function gapOf({ source, timer }: Timed, account: AccountView): GapView | null {
  const sinceMs = timer.pendingSinceMs ?? Infinity;
  return (
    account.health.gaps.find(
      (gap) => gap.source === source && gap.filledAtMs === null && gap.toMs >= sinceMs,
    ) ?? null
  );
}

/** The source is being read again: what was missed is not known yet, but nothing more is. */
const isOver = ({ source }: Timed, { sources }: AccountView): boolean =>
  sources.some(
    (each) => each.source === source && (each.state === 'ok' || each.state === 'reading'),
  );

/**
 * Returns why a timer is uncertain: which source was not read, since when or from when to when, and
 * why. Null for a certain one, and as long as the account is not known.
 */
export function uncertainWords(
  t: Translate,
  row: Timed,
  { account, nowMs }: { readonly account: AccountView | undefined; readonly nowMs: number },
): string | null {
  if (!row.timer.uncertain || account === undefined) return null;
  const gap = gapOf(row, account);
  const source = t(`source.${row.source}`);
  if (gap === null) return t('uncertain.unknown', { source });
  const from = formatWhen(gap.fromMs, nowMs);
  const why = gapWords(t, gap.reason);
  return isOver(row, account)
    ? t('uncertain.past', { source, from, to: formatWhen(gap.toMs, nowMs), why })
    : t('uncertain.now', { source, from, why });
}
