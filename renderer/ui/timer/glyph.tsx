import type { ReactElement } from 'react';
import type { TimerState } from '../../../shared/domain/sla/types.ts';
import styles from './timer.module.css';

/** Returns the path of a filled wedge that starts at twelve and covers `share` of the circle. */
export function wedge(share: number): string {
  const clamped = Math.min(0.999, Math.max(0, share));
  const angle = clamped * 2 * Math.PI;
  const x = 8 + 4 * Math.sin(angle);
  const y = 8 - 4 * Math.cos(angle);
  return `M8 8V4A4 4 0 ${clamped > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`;
}

function shape(state: TimerState, share: number): ReactElement | null {
  switch (state) {
    case 'calm':
      return (
        <>
          <circle className={styles['track']} cx="8" cy="8" r="5.5" />
          <circle
            className={styles['arc']}
            cx="8"
            cy="8"
            r="5.5"
            pathLength="100"
            strokeDasharray={`${Math.round(share * 100)} 100`}
            transform="rotate(-90 8 8)"
          />
        </>
      );
    case 'warning':
      return (
        <>
          <circle className={styles['ring']} cx="8" cy="8" r="6" />
          <path className={styles['fill']} d={wedge(share)} />
        </>
      );
    case 'overdue':
      return (
        <>
          <path
            className={styles['fill']}
            d="M5.3 1.4h5.4l3.9 3.9v5.4l-3.9 3.9H5.3L1.4 10.7V5.3z"
          />
          <path className={styles['sign']} d="M8 4.6v3.7M8 11v.01" />
        </>
      );
    case 'paused':
      return (
        <>
          <circle className={styles['ring']} cx="8" cy="8" r="6" />
          <path className={styles['sign']} d="M6.5 5.9v4.2M9.5 5.9v4.2" />
        </>
      );
    case 'answered':
      return (
        <>
          <circle className={styles['fill']} cx="8" cy="8" r="6.5" />
          <path className={styles['sign']} d="m5.2 8.3 2 2 3.7-4.2" />
        </>
      );
    case 'uncertain':
      return (
        <>
          <circle className={styles['dashed']} cx="8" cy="8" r="6" />
          <path
            className={styles['sign']}
            d="M6.5 6.5c.1-.8.7-1.3 1.5-1.3s1.5.5 1.5 1.3c0 1.1-1.5 1.1-1.5 2.2M8 10.9v.01"
          />
        </>
      );
    case 'none':
      return null;
  }
}

/** The shape of a timer's state: each state differs in form, not in colour alone. */
export const TimerGlyph = (props: {
  readonly state: TimerState;
  readonly share: number;
}): ReactElement => (
  <svg className={styles['glyph']} viewBox="0 0 16 16" aria-hidden="true">
    {shape(props.state, props.share)}
  </svg>
);
