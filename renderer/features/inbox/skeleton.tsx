import type { ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import styles from './skeleton.module.css';

const ROWS = [1, 2, 3, 4] as const;

/** The shape of rows to come. It appears only when the answer takes longer than a blink. */
export function Skeleton(): ReactElement {
  const t = useT();
  return (
    <div className={styles['skeleton']} aria-busy="true">
      <span className="visually-hidden">{t('common.loading')}</span>
      {ROWS.map((row) => (
        <div key={row} className={styles['row']} aria-hidden="true">
          <span className={styles['icon']} />
          <span className={styles['long']} />
          <span className={styles['longer']} />
          <span className={styles['short']} />
        </div>
      ))}
    </div>
  );
}
