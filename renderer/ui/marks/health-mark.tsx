import type { ReactElement } from 'react';
import styles from './marks.module.css';

/** How an account's reading stands. */
export type HealthState = 'ok' | 'reading' | 'warning' | 'error' | 'gap';

function shape(state: HealthState): ReactElement {
  switch (state) {
    case 'ok':
      return <circle className={styles['ok']} cx="7" cy="7" r="4" />;
    case 'reading':
      return <circle className={styles['reading']} cx="7" cy="7" r="4" pathLength="100" />;
    case 'warning':
      return <path className={styles['warning']} d="M7 1.5 13 12H1z" />;
    case 'error':
      return (
        <>
          <rect className={styles['error']} x="1.5" y="1.5" width="11" height="11" rx="2" />
          <path className={styles['sign']} d="m5 5 4 4M9 5 5 9" />
        </>
      );
    case 'gap':
      return <circle className={styles['gap']} cx="7" cy="7" r="4.75" />;
  }
}

/** How an account's reading stands, as a shape; the words stand beside it. */
export const HealthMark = (props: { readonly state: HealthState }): ReactElement => (
  <svg className={styles['health']} viewBox="0 0 14 14" aria-hidden="true">
    {shape(props.state)}
  </svg>
);
