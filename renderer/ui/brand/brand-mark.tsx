import type { ReactElement } from 'react';
import styles from './brand-mark.module.css';

/** Riscontro's sign: a speech bubble with a tick, an answer that arrived. */
export const BrandMark = (props: { readonly size: 20 | 40 }): ReactElement => (
  <svg
    className={styles['mark']}
    width={props.size}
    height={props.size}
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    <path
      className={styles['bubble']}
      d="M5.2 1.5h9.6a3.7 3.7 0 0 1 3.7 3.7v6a3.7 3.7 0 0 1-3.7 3.7H11l-4.6 3.7v-3.7H5.2a3.7 3.7 0 0 1-3.7-3.7v-6a3.7 3.7 0 0 1 3.7-3.7z"
    />
    <path className={styles['tick']} d="m6.2 8.3 2.8 2.8 4.8-5.6" />
  </svg>
);
