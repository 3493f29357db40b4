import type { ReactElement } from 'react';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { hasSegments, type Segment } from '../../state/inbox.ts';
import { setSegment } from '../../state/inbox-load.ts';
import { useApp } from '../../state/store.ts';
import { Segmented } from '../../ui/segmented/segmented.tsx';
import styles from './inbox-list.module.css';

const SEGMENTS: readonly Segment[] = ['all', 'mine', 'unassigned'];

/** All, mine, nobody's: with how many there are of each. */
export function Segments(): ReactElement {
  const t = useT();
  const view = useApp((state) => state.inbox.view);
  const segment = useApp((state) => state.inbox.segment);
  const totals = useApp((state) => state.inbox.totals);
  if (!hasSegments(view)) return <div className={styles['bare']} />;
  return (
    <div className={styles['sub']}>
      <Segmented
        label={t('inbox.segments')}
        value={segment}
        onChange={setSegment}
        segments={SEGMENTS.map((value) => {
          const total = totals[value];
          return {
            value,
            label: t(`inbox.segment.${value}`),
            count: total === undefined ? undefined : formatNumber(total),
          };
        })}
      />
    </div>
  );
}
