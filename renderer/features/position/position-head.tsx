import type { ReactElement } from 'react';
import { periodName } from '../../state/period-name.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { stepPeriod } from '../../state/period.ts';
import { askPosition } from '../../state/position-actions.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { Segmented } from '../../ui/segmented/segmented.tsx';
import styles from './position-head.module.css';

/** The page's title and its questions: which definition, which period, which clock, map or table. */
export function PositionHead(): ReactElement {
  const t = useT();
  const { preset, period, clock: axis, asTable } = useApp((state) => state.position);
  const practice = useApp((state) => state.session.hello?.practice === true);
  const earlier = stepPeriod(period, -1);
  const later = stepPeriod(period, 1);
  return (
    <header className={styles['head']}>
      <div className={styles['line']}>
        <h1>{t('position.title')}</h1>
        {practice && (
          <span className={styles['sample']} data-tip={t('position.sampleWhy')}>
            {t('position.sample')}
          </span>
        )}
        <span className={styles['spring']} />
        <div className={styles['stepper']} role="group" aria-label={t('position.period')}>
          <IconButton
            icon="chevronLeft"
            label={t('position.period.earlier')}
            disabled={earlier === null}
            onClick={() => earlier !== null && askPosition({ period: earlier })}
          />
          <span className={styles['period']} aria-live="polite">
            {periodName(period, t)}
          </span>
          <IconButton
            icon="chevronRight"
            label={t('position.period.later')}
            disabled={later === null}
            onClick={() => later !== null && askPosition({ period: later })}
          />
        </div>
        <Segmented
          label={t('position.view')}
          value={asTable ? 'table' : 'map'}
          segments={[
            { value: 'map', label: t('position.view.map') },
            { value: 'table', label: t('position.view.table') },
          ]}
          onChange={(view) => askPosition({ asTable: view === 'table' })}
        />
      </div>
      <div className={styles['line']}>
        <Segmented
          label={t('position.preset')}
          value={preset}
          segments={[
            { value: 'riscontro', label: t('position.preset.riscontro') },
            { value: 'blogmeter', label: t('position.preset.blogmeter') },
          ]}
          onChange={(next) => askPosition({ preset: next })}
        />
        {preset === 'riscontro' && (
          <Segmented
            label={t('position.clock')}
            value={axis}
            segments={[
              { value: 'calendar', label: t('position.clock.calendar') },
              { value: 'business', label: t('position.clock.business') },
            ]}
            onChange={(next) => askPosition({ clock: next })}
          />
        )}
        <p className={styles['explain']}>{t(`position.explain.${preset}`)}</p>
      </div>
    </header>
  );
}
