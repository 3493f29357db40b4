import type { GapView, SourceView } from '../../../../shared/contract/channel-schemas.ts';

/** How far back a strip reaches, in milliseconds. */
export const SPANS = { day: 86_400_000, week: 7 * 86_400_000 } as const;
export type Span = keyof typeof SPANS;

/** A stretch of a strip. `read`: in time · `late`: not in time, but later · `gap`: not known. */
export interface Stretch {
  readonly look: 'read' | 'late' | 'gap';
  readonly fromMs: number;
  readonly toMs: number;
  /** The gap that it shows; null where it was read in time. */
  readonly gap: GapView | null;
}

/**
 * Returns what a strip of one source shows, oldest first: read up to where everything is known, with
 * the stretches that were missed over it. A source that was never read to its end shows its gaps alone.
 */
export function stretchesOf(
  source: Pick<SourceView, 'source' | 'completeThroughMs'>,
  gaps: readonly GapView[],
  span: { readonly fromMs: number; readonly toMs: number },
): readonly Stretch[] {
  const { completeThroughMs } = source;
  const readTo = completeThroughMs === null ? -Infinity : Math.min(completeThroughMs, span.toMs);
  const read: readonly Stretch[] =
    readTo <= span.fromMs ? [] : [{ look: 'read', fromMs: span.fromMs, toMs: readTo, gap: null }];
  const missed = gaps
    .filter((gap) => gap.source === source.source)
    .filter(({ fromMs, toMs }) => toMs > span.fromMs && fromMs < span.toMs)
    .toSorted((one, other) => one.fromMs - other.fromMs)
    .map((gap): Stretch => ({
      look: gap.filledAtMs === null ? 'gap' : 'late',
      fromMs: Math.max(gap.fromMs, span.fromMs),
      toMs: Math.min(gap.toMs, span.toMs),
      gap,
    }));
  return [...read, ...missed];
}
