import type { Answers } from '../../state/service.ts';

type Gap = Answers['position']['get']['coverage']['gaps'][number];

/** A stretch of one account that was missed, by one source of it or by several. */
export interface MissedStretch extends Pick<Gap, 'accountId' | 'filled' | 'fromMs' | 'toMs'> {
  readonly sources: readonly Gap['source'][];
}

/**
 * Returns what was missed, oldest first: an outage opens a gap in every source, and is one stretch
 * all the same. What was read later stays apart from what is still unknown.
 */
export function missedStretches(gaps: readonly Gap[]): readonly MissedStretch[] {
  const stretches: MissedStretch[] = [];
  for (const gap of gaps.toSorted((one, other) => one.fromMs - other.fromMs)) {
    const at = stretches.findLastIndex(
      (one) =>
        one.accountId === gap.accountId && one.filled === gap.filled && one.toMs >= gap.fromMs,
    );
    const known = stretches[at];
    if (known === undefined) stretches.push({ ...gap, sources: [gap.source] });
    else stretches[at] = joined(known, gap);
  }
  return stretches;
}

const joined = (stretch: MissedStretch, gap: Gap): MissedStretch => ({
  ...stretch,
  toMs: Math.max(stretch.toMs, gap.toMs),
  sources: [...new Set([...stretch.sources, gap.source])],
});
