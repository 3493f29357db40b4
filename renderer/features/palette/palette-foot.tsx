import type { ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { Keycap } from '../../ui/keycap.tsx';
import styles from './palette.module.css';

/** Which keys work here, and how much was found. */
export function PaletteFoot(props: {
  readonly results: number;
  readonly scope: string | null;
}): ReactElement {
  const t = useT();
  const { results, scope } = props;
  return (
    <footer className={styles['foot']}>
      <Keycap keys={['↑', '↓']} />
      {t('palette.choose')}
      <Keycap keys={['↵']} />
      {t('palette.run')}
      {scope === null ? null : (
        <>
          <Keycap keys={['⌫']} />
          <bdi className={styles['footScope']}>{t('palette.widen', { name: scope })}</bdi>
        </>
      )}
      <span className={styles['results']} role="status">
        {t('palette.results', { n: results })}
      </span>
    </footer>
  );
}
