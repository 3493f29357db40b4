import { useMemo, type ReactElement } from 'react';
import { useT } from '../../../lib/i18n/i18n.ts';
import { readableHours, WEEKDAYS } from '../../../state/rules-draft.ts';
import { editRules } from '../../../state/settings-actions.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Select } from '../../../ui/select/select.tsx';
import { Card } from '../page.tsx';
import { dayScale, share, type DayScale } from './day-scale.ts';
import type { RulesOnScreen } from './use-rules.ts';
import { WeekDay } from './week-day.tsx';
import styles from './week.module.css';

/** The hours over the drawing. */
const Hours = ({ scale }: { readonly scale: DayScale }): ReactElement => (
  <div className={styles['hours']} aria-hidden="true">
    {scale.ticks.map((minute) => (
      <span key={minute} style={{ left: `${share(scale, minute) * 100}%` }}>
        {minute > 1_440 ? minute / 60 - 24 : minute / 60}
      </span>
    ))}
  </div>
);

/** Zones as the browser names them; the saved one is among them even where it does not know it. */
function useZones(saved: string) {
  return useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    const all = known.includes(saved) ? known : [saved, ...known];
    return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [saved]);
}

/** Every day with Monday's hours. */
const copyMonday = (): void =>
  editRules(({ week }) => {
    const monday = week[1];
    return {
      week: { 1: monday, 2: monday, 3: monday, 4: monday, 5: monday, 6: monday, 7: monday },
    };
  });

/** The opening hours of a week, drawn and typed. */
export function Week({ draft, faults }: RulesOnScreen): ReactElement {
  const t = useT();
  const zones = useZones(draft.zone);
  const scale = dayScale(WEEKDAYS.flatMap((weekday) => readableHours(draft.week[weekday])));
  return (
    <Card
      title={t('deadlines.hours')}
      action={<Button look="link" label={t('deadlines.copyMonday')} onClick={copyMonday} />}
    >
      <div className={styles['zone']}>
        <span aria-hidden="true">{t('deadlines.zone')}</span>
        <Select
          label={t('deadlines.zone')}
          value={draft.zone}
          options={zones}
          onChange={(zone) => editRules(() => ({ zone }))}
        />
      </div>
      <Hours scale={scale} />
      {WEEKDAYS.map((weekday) => (
        <WeekDay
          key={weekday}
          weekday={weekday}
          day={draft.week[weekday]}
          fault={faults[`day.${weekday}`]}
          scale={scale}
        />
      ))}
    </Card>
  );
}
