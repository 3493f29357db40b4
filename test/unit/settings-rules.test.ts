import { describe, expect, test } from 'vitest';
import { formatHours, formatHoursShort, parseHours } from '../../renderer/lib/format/hours.ts';
import {
  readRules,
  rulesDraft,
  type Rules,
  type RulesDraft,
} from '../../renderer/state/rules-draft.ts';
import { DEFAULT_CALENDAR, DEFAULT_POLICY } from '../../shared/domain/sla/defaults.ts';

/** The rules of a new workspace, as the contract carries them. */
const saved = structuredClone({ policy: DEFAULT_POLICY, calendar: DEFAULT_CALENDAR }) as Rules;
const draft = rulesDraft(saved);

const faultsOf = (change: Partial<RulesDraft>) => readRules({ ...draft, ...change }, saved).faults;
const monday = (...hours: readonly string[]) => ({
  week: { ...draft.week, 1: { open: true, hours } },
});

/** A special day, closed. */
const day = (change: Partial<RulesDraft['special'][number]>) => ({
  date: '2026-12-07',
  name: 'Sant’Ambrogio',
  hours: '',
  ...change,
});

describe('opening hours as text', () => {
  test.each([
    ['9-13', 540, 780],
    ['09:00–13:00', 540, 780],
    [' 9.30 - 18 ', 570, 1080],
    ['0-24', 0, 1440],
    ['22-2', 1320, 1560],
    ['14 18', 840, 1080],
  ])('%j is read', (text, fromMinute, toMinute) => {
    expect(parseHours(text)).toEqual({ fromMinute, toMinute });
  });

  test.each(['', 'nove', '9', '9-9', '24-3', '9-25', '9:75-10', '9-13-18', '-9'])(
    '%j is no stretch of hours',
    (text) => expect(parseHours(text)).toBeNull(),
  );

  test('what is written out reads back the same', () => {
    for (const text of ['09:00–13:00', '22:00–02:30', '00:00–24:00']) {
      expect(formatHours(parseHours(text) ?? { fromMinute: 0, toMinute: 0 })).toBe(text);
    }
  });

  test('a line of text leaves out the zeros of full hours', () => {
    expect(formatHoursShort({ fromMinute: 540, toMinute: 1110 })).toBe('9–18:30');
  });
});

describe('rules that are being typed', () => {
  test('an untouched draft says exactly what is saved', () => {
    expect(readRules(draft, saved)).toEqual({ rules: saved, faults: {} });
  });

  test('a comma and either clock make a target', () => {
    const { rules } = readRules(
      { ...draft, first: { amount: '1,5', unit: 'hours.calendar' } },
      saved,
    );
    expect(rules?.policy.targets.first_response).toEqual({
      durationMs: 5_400_000,
      clock: 'calendar',
    });
  });

  test('a closed day has no hours and remembers those it had', () => {
    const closed = { ...draft.week, 1: { ...draft.week[1], open: false } };
    expect(readRules({ ...draft, week: closed }, saved).rules?.calendar.week[1]).toEqual([]);
    expect(closed[1].hours).toEqual(['09:00–13:00', '14:00–18:00']);
  });

  test('hours are put in their order', () => {
    const { rules } = readRules({ ...draft, ...monday('14-18', '9-13') }, saved);
    expect(rules?.calendar.week[1].map(formatHoursShort)).toEqual(['9–13', '14–18']);
  });

  test('a special day may have several stretches, or none', () => {
    const special = [
      { date: '2026-12-07', name: ' Sant’Ambrogio ', hours: '' },
      { date: '2026-12-13', name: 'Apertura', hours: '9-13, 15-19' },
    ];
    expect(readRules({ ...draft, special }, saved).rules?.calendar.special).toEqual([
      { date: '2026-12-07', name: 'Sant’Ambrogio', intervals: [] },
      {
        date: '2026-12-13',
        name: 'Apertura',
        intervals: [
          { fromMinute: 540, toMinute: 780 },
          { fromMinute: 900, toMinute: 1140 },
        ],
      },
    ]);
  });

  test.each<[string, Partial<RulesDraft>, Readonly<Record<string, string>>]>([
    ['no number', { first: { amount: 'x', unit: 'hours.business' } }, { first: 'amount' }],
    ['nothing', { next: { amount: '', unit: 'hours.business' } }, { next: 'amount' }],
    ['no time at all', { next: { amount: '0', unit: 'hours.business' } }, { next: 'amount' }],
    ['over a year', { first: { amount: '9000', unit: 'hours.calendar' } }, { first: 'amount' }],
    ['over the whole', { warnPercent: '101' }, { warnPercent: 'percent' }],
    ['unreadable hours', monday('9-13', 'poi'), { 'day.1': 'hours' }],
    ['overlapping hours', monday('9-13', '12-18'), { 'day.1': 'overlap' }],
    ['no date', { special: [day({ date: '' })] }, { 'special.0': 'date' }],
    ['a date twice', { special: [day({}), day({})] }, { 'special.1': 'twice' }],
    ['no name', { special: [day({ name: ' ' })] }, { 'special.0': 'name' }],
    ['a day’s unreadable hours', { special: [day({ hours: 'no' })] }, { 'special.0': 'hours' }],
  ])('%s is a fault at its field and nothing can be saved', (_what, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
    expect(readRules({ ...draft, ...change }, saved).rules).toBeNull();
  });
});
