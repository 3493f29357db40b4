import type { ReactElement } from 'react';
import { clock } from '../../lib/clock/clock.ts';
import { formatDayTime, formatExact, isoInstant } from '../../lib/format/date.ts';
import styles from './thread.module.css';

/** When something was said; the tooltip has it to the second. */
export const Moment = (props: { readonly atMs: number }): ReactElement => (
  <time
    className={styles['when']}
    dateTime={isoInstant(props.atMs)}
    data-tip={formatExact(props.atMs)}
  >
    {formatDayTime(props.atMs, clock.now())}
  </time>
);
