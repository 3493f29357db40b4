import type { ReactElement } from 'react';
import { nextMinute, useNow } from '../../../lib/clock/use-clock.ts';
import { useLanguage, useT } from '../../../lib/i18n/i18n.ts';
import { editRules } from '../../../state/settings-actions.ts';
import { useApp } from '../../../state/store.ts';
import { Checkbox } from '../../../ui/checkbox/checkbox.tsx';
import { Toggle } from '../../../ui/toggle/toggle.tsx';
import { Card } from '../page.tsx';
import { formatDate, isWithinYear } from './dates.ts';
import type { RulesOnScreen } from './use-rules.ts';
import styles from './deadlines.module.css';

const setWorked = (date: string, worked: boolean): void =>
  editRules((draft) => ({
    worked: worked
      ? [...draft.worked, date].toSorted()
      : draft.worked.filter((other) => other !== date),
  }));

/** The public holidays of the next twelve months: ticked, the clock stands still. */
export function Holidays({ draft }: RulesOnScreen): ReactElement {
  const t = useT();
  useLanguage();
  const nowMs = useNow(nextMinute);
  const holidays = useApp((state) => state.settings.value?.holidays ?? null);
  const coming = (holidays ?? []).filter(({ date }) => isWithinYear(date, nowMs));
  return (
    <Card title={t('deadlines.holidays')} note={t('deadlines.holidays.note')}>
      <Toggle
        label={t('deadlines.holidays.use')}
        on={draft.holidays}
        onChange={(on) => editRules(() => ({ holidays: on }))}
      />
      {draft.holidays ? (
        <ul className={styles['holidays']}>
          {coming.map(({ date, name }) => (
            <li key={date}>
              <Checkbox
                label={name}
                note={formatDate(date)}
                on={!draft.worked.includes(date)}
                onChange={(closed) => setWorked(date, !closed)}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
