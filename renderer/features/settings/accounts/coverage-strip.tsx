import type { ReactElement } from 'react';
import type { GapView, SourceView } from '../../../../shared/contract/channel-schemas.ts';
import { formatStep } from '../../../lib/format/date.ts';
import { useT, type Translate } from '../../../lib/i18n/i18n.ts';
import { cx } from '../../../ui/cx.ts';
import { SPANS, stretchesOf, type Span, type Stretch } from './coverage.ts';
import styles from './coverage-strip.module.css';
import { gapWords } from '../../../lib/text/gap-words.ts';

/** Returns what a stretch is, for who rests on it. */
function tipOf(t: Translate, { gap, fromMs, toMs }: Stretch, nowMs: number): string {
  const times = { from: formatStep(fromMs, nowMs), to: formatStep(toMs, nowMs) };
  if (gap === null) return t('coverage.read', times);
  const why = gapWords(t, gap.reason);
  return t(gap.filledAtMs === null ? 'coverage.gap' : 'coverage.late', { ...times, why });
}

/**
 * What of the last day or week was read: in time, later, or not at all (hatched). A picture for the
 * eye; the list of gaps says the same in words.
 */
export function CoverageStrip(props: {
  readonly source: SourceView;
  readonly gaps: readonly GapView[];
  readonly span: Span;
  readonly nowMs: number;
}): ReactElement {
  const t = useT();
  const { nowMs } = props;
  const lengthMs = SPANS[props.span];
  const fromMs = nowMs - lengthMs;
  const share = (ms: number): number => (ms / lengthMs) * 100;
  return (
    <span className={styles['strip']} aria-hidden="true">
      {stretchesOf(props.source, props.gaps, { fromMs, toMs: nowMs }).map((stretch) => (
        <span
          key={`${stretch.look} ${stretch.fromMs}`}
          className={styles[stretch.look]}
          style={{
            left: `${share(stretch.fromMs - fromMs)}%`,
            width: `max(3px, ${share(stretch.toMs - stretch.fromMs)}%)`,
          }}
          data-tip={tipOf(t, stretch, nowMs)}
        />
      ))}
    </span>
  );
}

/** What the shades of a strip mean. */
export const CoverageLegend = (): ReactElement => {
  const t = useT();
  return (
    <p className={styles['legend']} aria-hidden="true">
      {(['read', 'late', 'gap'] as const).map((look) => (
        <span key={look}>
          <i>
            <b className={cx(styles[look])} style={{ inset: 0, borderRadius: 3 }} />
          </i>
          {t(`coverage.legend.${look}`)}
        </span>
      ))}
    </p>
  );
};
