import { useId, type ReactElement } from 'react';
import type { DayInterval, Weekday } from '../../../../shared/domain/calendar/types.ts';
import { formatHours, parseHours } from '../../../lib/format/hours.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { readableHours, type DayDraft, type RulesFault } from '../../../state/rules-draft.ts';
import { editRules } from '../../../state/settings-actions.ts';
import { IconButton } from '../../../ui/button/button.tsx';
import { BareField } from '../../../ui/field/bare-field.tsx';
import { Toggle } from '../../../ui/toggle/toggle.tsx';
import { share, type DayScale } from './day-scale.ts';
import { Fault } from './fault.tsx';
import styles from './week.module.css';

const setDay = (weekday: Weekday, day: DayDraft): void =>
  editRules(({ week }) => ({ week: { ...week, [weekday]: day } }));

/** A day without any hours is closed. */
const withHours = (hours: readonly string[]): DayDraft => ({ open: hours.length > 0, hours });

/** The stretch that follows the last one: two hours later, two hours long, within the day. */
function nextHours(hours: readonly string[]): string {
  const last = Math.max(...hours.map((text) => parseHours(text)?.toMinute ?? 0), 0);
  const fromMinute = last === 0 ? 9 * 60 : Math.min(last + 60, 23 * 60);
  return formatHours({ fromMinute, toMinute: Math.min(fromMinute + 120, 24 * 60) });
}

const Drawing = (props: {
  readonly intervals: readonly DayInterval[];
  readonly scale: DayScale;
}): ReactElement => (
  <div className={styles['track']} aria-hidden="true">
    {props.scale.ticks.slice(1).map((minute) => (
      <span
        key={minute}
        className={styles['tick']}
        style={{ left: `${share(props.scale, minute) * 100}%` }}
      />
    ))}
    {props.intervals.map(({ fromMinute, toMinute }) => (
      <span
        key={`${fromMinute} ${toMinute}`}
        className={styles['bar']}
        style={{
          left: `${share(props.scale, fromMinute) * 100}%`,
          right: `${(1 - share(props.scale, toMinute)) * 100}%`,
        }}
      />
    ))}
  </div>
);

/** One stretch as text. Leaving the field writes it out; left empty, it is gone. */
function HoursField(props: {
  readonly weekday: Weekday;
  readonly day: DayDraft;
  readonly index: number;
  readonly fault: RulesFault | undefined;
  readonly noteId: string;
}): ReactElement {
  const t = useT();
  const { weekday, day, index, fault } = props;
  const text = day.hours[index] ?? '';
  const name = t(`deadlines.day.${weekday}`);
  const put = (value: string): void =>
    setDay(weekday, { ...day, hours: day.hours.with(index, value) });
  const remove = (): void => setDay(weekday, withHours(day.hours.toSpliced(index, 1)));
  const wrong = fault === 'overlap' || (fault === 'hours' && parseHours(text) === null);
  const tidy = (): void => {
    const interval = parseHours(text);
    if (text.trim() === '') remove();
    else if (interval !== null && formatHours(interval) !== text) put(formatHours(interval));
  };
  return (
    <span className={styles['interval']}>
      <BareField
        room="hours"
        label={t('deadlines.interval', { day: name, n: index + 1 })}
        title={t('deadlines.intervalHint')}
        value={text}
        wrong={wrong}
        noteId={wrong ? props.noteId : undefined}
        onChange={(event) => put(event.target.value)}
        onBlur={tidy}
      />
      <IconButton
        icon="close"
        label={t('deadlines.removeInterval', { hours: text, day: name })}
        onClick={remove}
      />
    </span>
  );
}

/** A weekday: open or not, its hours drawn and typed. */
export function WeekDay(props: {
  readonly weekday: Weekday;
  readonly day: DayDraft;
  readonly fault: RulesFault | undefined;
  readonly scale: DayScale;
}): ReactElement {
  const t = useT();
  const id = useId();
  const { weekday, day, fault, scale } = props;
  const name = t(`deadlines.day.${weekday}`);
  return (
    <div className={styles['day']} role="group" aria-label={name}>
      <Toggle
        label={t(`deadlines.short.${weekday}`)}
        on={day.open}
        onChange={(open) => setDay(weekday, { ...day, open })}
      />
      <Drawing intervals={readableHours(day)} scale={scale} />
      <div className={styles['intervals']}>
        {day.open ? (
          day.hours.map((_, index) => (
            <HoursField
              // Stretches have no name of their own: their place is what they are.
              key={`${weekday}.${String(index)}`}
              weekday={weekday}
              day={day}
              index={index}
              fault={fault}
              noteId={id}
            />
          ))
        ) : (
          <span className={styles['closed']}>{t('deadlines.closed')}</span>
        )}
      </div>
      <IconButton
        icon="plus"
        label={t('deadlines.addInterval', { day: name })}
        onClick={() =>
          setDay(weekday, withHours(day.open ? [...day.hours, nextHours(day.hours)] : day.hours))
        }
      />
      <Fault id={id} fault={fault} />
    </div>
  );
}
