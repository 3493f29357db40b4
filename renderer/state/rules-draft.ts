import type { DayInterval, Weekday } from '../../shared/domain/calendar/types.ts';
import type { SlaTarget } from '../../shared/domain/sla/types.ts';
import { formatHours, parseHours } from '../lib/format/hours.ts';
import type { Answers } from './service.ts';

/** The promise and the opening hours as they are being typed: text, right or not. */
export interface RulesDraft {
  readonly first: TargetDraft;
  readonly next: TargetDraft;
  readonly warnPercent: string;
  readonly zone: string;
  readonly week: Readonly<Record<Weekday, DayDraft>>;
  /** Whether the bundled Italian holidays hold … */
  readonly holidays: boolean;
  /** … save these, by `YYYY-MM-DD`. */
  readonly worked: readonly string[];
  readonly special: readonly SpecialDraft[];
}

/** How long we may take. */
export interface TargetDraft {
  readonly amount: string;
  readonly unit: TargetUnit;
}

/** The unit and the clock that counts it. */
export type TargetUnit =
  'minutes.business' | 'hours.business' | 'minutes.calendar' | 'hours.calendar';

/** Every unit, in the order of the choice. */
export const TARGET_UNITS = [
  'minutes.business',
  'hours.business',
  'minutes.calendar',
  'hours.calendar',
] as const satisfies readonly TargetUnit[];

/** A weekday; its hours stay while it is closed, so that opening it again brings them back. */
export interface DayDraft {
  readonly open: boolean;
  readonly hours: readonly string[];
}

/** A team's own day; without hours it is closed. */
export interface SpecialDraft {
  readonly date: string;
  readonly name: string;
  /** Stretches with commas between: `9-13, 14-18`. */
  readonly hours: string;
}

/** What is wrong in one field. */
export type RulesFault = 'amount' | 'percent' | 'hours' | 'overlap' | 'date' | 'twice' | 'name';

/** The faults by field: `first`, `next`, `warnPercent`, `day.1` … `day.7`, `special.0` …. */
export type RulesFaults = Readonly<Record<string, RulesFault>>;

/** What can be saved. */
export type Rules = Readonly<Pick<Answers['settings']['get'], 'policy' | 'calendar'>>;

/** Monday to Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

const MINUTE_MS = 60_000;
const LONGEST_MS = 365 * 86_400_000;
/** What a day opens with when it never had hours. */
const USUAL_HOURS = ['09:00–13:00', '14:00–18:00'];

/** Returns the rules as text, for editing. */
export function rulesDraft({ policy, calendar }: Rules): RulesDraft {
  const day = (weekday: Weekday): DayDraft => {
    const hours = calendar.week[weekday].map(formatHours);
    return { open: hours.length > 0, hours: hours.length > 0 ? hours : USUAL_HOURS };
  };
  return {
    first: targetDraft(policy.targets.first_response),
    next: targetDraft(policy.targets.next_response),
    warnPercent: String(Math.round(policy.warnShare * 100)),
    zone: calendar.zone,
    week: { 1: day(1), 2: day(2), 3: day(3), 4: day(4), 5: day(5), 6: day(6), 7: day(7) },
    holidays: calendar.holidays === 'it',
    worked: calendar.worked,
    special: calendar.special.map(({ date, name, intervals }) => ({
      date,
      name,
      hours: intervals.map(formatHours).join(', '),
    })),
  };
}

function targetDraft(target: SlaTarget | undefined): TargetDraft {
  if (target === undefined) return { amount: '', unit: 'hours.business' };
  const minutes = target.durationMs / MINUTE_MS;
  const inHours = minutes % 60 === 0;
  return {
    amount: String(inHours ? minutes / 60 : minutes),
    unit: `${inHours ? 'hours' : 'minutes'}.${target.clock}`,
  };
}

/** Returns the rules that a draft says, or what is wrong in it. Names and ids are those of `saved`. */
export function readRules(
  draft: RulesDraft,
  saved: Rules,
): { readonly rules: Rules | null; readonly faults: RulesFaults } {
  const faults: Record<string, RulesFault> = {};
  const note = <T>(field: string, fault: RulesFault, value: T | null): T | null => {
    if (value === null) faults[field] = fault;
    return value;
  };
  const first = note('first', 'amount', readTarget(draft.first));
  const next = note('next', 'amount', readTarget(draft.next));
  const warnShare = note('warnPercent', 'percent', readPercent(draft.warnPercent));
  const day = (weekday: Weekday): DayInterval[] => {
    const { open, hours } = draft.week[weekday];
    const read = open ? readHours(hours) : [];
    if (typeof read === 'string') faults[`day.${weekday}`] = read;
    return typeof read === 'string' ? [] : read;
  };
  const week = { 1: day(1), 2: day(2), 3: day(3), 4: day(4), 5: day(5), 6: day(6), 7: day(7) };
  const special = draft.special.map((one, index) => {
    const fault = specialFault(one, draft.special.slice(0, index));
    if (fault !== null) faults[`special.${index}`] = fault;
    const intervals = readHours(partsOf(one.hours));
    return {
      date: one.date,
      name: one.name.trim(),
      intervals: typeof intervals === 'string' ? [] : intervals,
    };
  });
  if (first === null || next === null || warnShare === null || Object.keys(faults).length > 0) {
    return { rules: null, faults };
  }
  const { policy, calendar } = saved;
  const targets = { first_response: first, next_response: next };
  const holidays = draft.holidays ? 'it' : 'none';
  const { zone } = draft;
  const worked = [...draft.worked];
  return {
    rules: {
      policy: { ...policy, targets, warnShare },
      calendar: { ...calendar, zone, week, holidays, worked, special },
    },
    faults,
  };
}

/** Reads a number as people type it, with a comma or a point. */
const numberOf = (text: string): number =>
  /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;

function readTarget({ amount, unit }: TargetDraft): SlaTarget | null {
  const [size, clock] = unit.split('.');
  const durationMs = Math.round(numberOf(amount) * (size === 'hours' ? 60 : 1)) * MINUTE_MS;
  if (!(durationMs >= MINUTE_MS && durationMs <= LONGEST_MS)) return null;
  return { durationMs, clock: clock === 'calendar' ? 'calendar' : 'business' };
}

function readPercent(text: string): number | null {
  const percent = numberOf(text.replace('%', ''));
  return percent >= 0 && percent <= 100 ? percent / 100 : null;
}

/** Stretches in their order, or what is wrong with them. */
function readHours(texts: readonly string[]): DayInterval[] | 'hours' | 'overlap' {
  const read = texts.map(parseHours);
  if (read.includes(null)) return 'hours';
  const intervals = read.filter((one) => one !== null);
  const sorted = intervals.toSorted((a, b) => a.fromMinute - b.fromMinute);
  const overlaps = sorted.some(({ toMinute }, index) => {
    const after = sorted[index + 1];
    return after !== undefined && after.fromMinute < toMinute;
  });
  return overlaps ? 'overlap' : sorted;
}

/** The stretches in one text: `9-13, 14-18`. */
const partsOf = (hours: string): readonly string[] =>
  hours
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function specialFault(one: SpecialDraft, before: readonly SpecialDraft[]): RulesFault | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(one.date)) return 'date';
  if (before.some(({ date }) => date === one.date)) return 'twice';
  if (one.name.trim() === '') return 'name';
  const intervals = readHours(partsOf(one.hours));
  return typeof intervals === 'string' ? intervals : null;
}

/** Returns the stretches of a day that can be read, for the drawing. */
export const readableHours = (day: DayDraft): DayInterval[] =>
  day.open ? day.hours.map(parseHours).filter((one) => one !== null) : [];
