import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { clock } from '../../../lib/clock/clock.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import type { RulesFault, SpecialDraft } from '../../../state/rules-draft.ts';
import { editRules } from '../../../state/settings-actions.ts';
import { Button, IconButton } from '../../../ui/button/button.tsx';
import { BareField } from '../../../ui/field/bare-field.tsx';
import { Card } from '../page.tsx';
import { dateOf, formatDate } from './dates.ts';
import { Fault } from './fault.tsx';
import type { RulesOnScreen } from './use-rules.ts';
import styles from './deadlines.module.css';

/** Which field a fault of a special day stands in. */
const FIELD_OF: Readonly<Partial<Record<RulesFault, keyof SpecialDraft>>> = {
  date: 'date',
  twice: 'date',
  name: 'name',
  hours: 'hours',
  overlap: 'hours',
};

const edit = (index: number, change: Partial<SpecialDraft>): void =>
  editRules(({ special }) => ({
    special: special.map((day, at) => (at === index ? { ...day, ...change } : day)),
  }));

const remove = (index: number): void =>
  editRules(({ special }) => ({ special: special.toSpliced(index, 1) }));

/** A new day stands at tomorrow: a date that can be changed is better than none. */
const add = (): void =>
  editRules(({ special }) => ({
    special: [...special, { date: dateOf(clock.now() + 86_400_000), name: '', hours: '' }],
  }));

function Day(props: {
  readonly day: SpecialDraft;
  readonly index: number;
  readonly fault: RulesFault | undefined;
}): ReactElement {
  const t = useT();
  const id = useId();
  const { day, index, fault } = props;
  const line = useRef<HTMLLIElement>(null);
  const [fresh] = useState(day.name === '');
  useEffect(() => {
    if (fresh) line.current?.querySelectorAll('input')[1]?.focus();
  }, [fresh]);
  const field = fault === undefined ? undefined : FIELD_OF[fault];
  const note = (name: keyof SpecialDraft) => ({
    wrong: field === name,
    noteId: field === name ? id : undefined,
  });
  return (
    <li ref={line} className={styles['special']}>
      <BareField
        room="text"
        type="date"
        label={t('deadlines.special.date')}
        value={day.date}
        {...note('date')}
        onChange={(event) => edit(index, { date: event.target.value })}
      />
      <BareField
        room="text"
        label={t('deadlines.special.name')}
        placeholder={t('deadlines.special.namePlaceholder')}
        maxLength={80}
        value={day.name}
        {...note('name')}
        onChange={(event) => edit(index, { name: event.target.value })}
      />
      <BareField
        room="text"
        label={t('deadlines.special.hours')}
        placeholder={t('deadlines.special.hoursPlaceholder')}
        title={t('deadlines.special.hoursHint')}
        value={day.hours}
        {...note('hours')}
        onChange={(event) => edit(index, { hours: event.target.value })}
      />
      <IconButton
        icon="close"
        label={t('deadlines.special.remove', { name: day.name || formatDate(day.date) })}
        onClick={() => remove(index)}
      />
      <Fault id={id} fault={fault} />
    </li>
  );
}

/** The team's own days: the patron saint, closures, extra openings. */
export function SpecialDays({ draft, faults }: RulesOnScreen): ReactElement {
  const t = useT();
  return (
    <Card
      title={t('deadlines.special')}
      note={t('deadlines.special.note')}
      action={<Button look="link" icon="plus" label={t('deadlines.special.add')} onClick={add} />}
    >
      {draft.special.length === 0 ? (
        <p className={styles['note']}>{t('deadlines.special.none')}</p>
      ) : (
        <>
          <div className={styles['specialHead']} aria-hidden="true">
            <span>{t('deadlines.special.date')}</span>
            <span>{t('deadlines.special.name')}</span>
            <span>{t('deadlines.special.hours')}</span>
          </div>
          <ul>
            {draft.special.map((day, index) => (
              <Day
                // A day may have no name yet and share its date: its place is what it is.
                key={String(index)}
                day={day}
                index={index}
                fault={faults[`special.${String(index)}`]}
              />
            ))}
          </ul>
          <p className={styles['note']}>{t('deadlines.special.hoursHint')}</p>
        </>
      )}
    </Card>
  );
}
