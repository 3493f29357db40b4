import type { DayInterval } from '../../../shared/domain/calendar/types.ts';
import { formatHoursShort } from '../../lib/format/hours.ts';
import type { Translate } from '../../lib/i18n/i18n.ts';
import { rulesDraft, WEEKDAYS } from '../../state/rules-draft.ts';
import type { Settings } from '../../state/settings.ts';

/** Returns the promise and the hours in one line: `4 ore lavorative, lun–ven 9–13 e 14–18`. */
export function rulesWords(t: Translate, settings: Settings): string {
  return t('firstRun.rules.ready', {
    target: targetWords(t, settings),
    hours: weekWords(t, settings),
  });
}

function targetWords(t: Translate, settings: Settings): string {
  const { amount, unit } = rulesDraft(settings).first;
  if (amount === '') return t('firstRun.rules.target.none');
  return t(`firstRun.rules.target.${unit}`, { n: Number(amount) });
}

/** Days in a row with the same hours are one run. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly hours: string;
}

function weekWords(t: Translate, { calendar }: Settings): string {
  const runs: Run[] = [];
  for (const weekday of WEEKDAYS) {
    const hours = hoursWords(t, calendar.week[weekday]);
    const last = runs.at(-1);
    if (last !== undefined && last.hours === hours) {
      runs[runs.length - 1] = { ...last, to: weekday };
    } else runs.push({ from: weekday, to: weekday, hours });
  }
  const open = runs.filter(({ hours }) => hours !== '');
  if (open.length === 0) return t('firstRun.rules.closed');
  return open.map((run) => `${daysWords(t, run)} ${run.hours}`).join(', ');
}

const daysWords = (t: Translate, { from, to }: Run): string => {
  const name = (weekday: number): string => t(`deadlines.short.${WEEKDAYS[weekday - 1] ?? 1}`);
  return from === to ? name(from) : `${name(from)}–${name(to)}`;
};

function hoursWords(t: Translate, intervals: readonly DayInterval[]): string {
  const parts = intervals.map(formatHoursShort);
  const last = parts.pop();
  if (last === undefined) return '';
  return parts.length === 0 ? last : t('firstRun.rules.and', { most: parts.join(', '), last });
}
