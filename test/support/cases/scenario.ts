import { z } from 'zod';
import { workingTimeBetween } from '../../../shared/domain/calendar/arithmetic.ts';
import type { CompiledCalendar } from '../../../shared/domain/calendar/compiled.ts';
import { calendarOf } from './calendar-shape.ts';
import { failed, malformed, passed, wordsOf, type Outcome } from './outcome.ts';
import { runAverageWait, runDayBreaks } from './scenario-kinds.ts';
import { clockScenario, type ClockScenario } from './scenario-facts.ts';
import { viewOf } from './scenario-view.ts';

/** Runs one story of events; what is malformed in it is told, not thrown. */
export function runScenario(name: string, written: Readonly<Record<string, unknown>>): Outcome {
  const kind = written['kind'] ?? 'clocks';
  if (kind === 'average-wait') return runAverageWait(name, written);
  if (kind === 'pause-to-day-breaks') return runDayBreaks(name, written);
  if (kind !== 'clocks') return malformed(name, `no kind is called ${String(kind)}`);
  const read = clockScenario.safeParse(written);
  if (!read.success) return malformed(name, wordsOf(read.error));
  const calendar = calendarOf(read.data.calendar);
  if (!calendar.ok) return malformed(name, calendar.error);
  try {
    return runChecks(name, read.data, calendar.value);
  } catch (error) {
    if (error instanceof z.ZodError) return malformed(name, wordsOf(error));
    throw error;
  }
}

/** Every check that fails is told: after which event, and only the keys that differ. */
function runChecks(name: string, scenario: ClockScenario, calendar: CompiledCalendar): Outcome {
  const expected: Record<string, unknown> = {};
  const got: Record<string, unknown> = {};
  for (const { afterEvent, expect, equivalent } of scenario.checks) {
    const events = scenario.events.slice(0, afterEvent + 1);
    if (afterEvent >= scenario.events.length) {
      return malformed(name, `a check after event ${afterEvent}, which is not there`);
    }
    const view = viewOf(scenario, calendar, events);
    for (const [key, value] of Object.entries(expect)) {
      const wanted = cleanOf(scenario, afterEvent, key, value);
      const holds = [wanted, equivalent[key]].some((one) =>
        isSame(view[key], one, scenario, calendar),
      );
      if (holds) continue;
      expected[`${key} after ${afterEvent}`] = wanted;
      got[`${key} after ${afterEvent}`] = view[key];
    }
  }
  return Object.keys(expected).length === 0 ? passed(name) : failed(name, expected, got);
}

/** What a clean rule says where the scenario itself calls the peer's answer a quirk; slack follows. */
function cleanOf(
  { cleanRuleDiffers }: ClockScenario,
  afterEvent: number,
  key: string,
  peer: unknown,
): unknown {
  for (const one of cleanRuleDiffers.filter((differs) => differs.afterEvent === afterEvent)) {
    if (one.key === key) return one.clean;
    const isSlack = key === one.key.replace(/Minutes$/, 'SlackMinutes');
    if (isSlack && typeof peer === 'number') return peer + Number(one.peer) - Number(one.clean);
  }
  return peer;
}

/** Due instants are the same when no working time lies between: closing and the next opening are one. */
function isSame(
  got: unknown,
  wanted: unknown,
  { toleranceSeconds }: ClockScenario,
  calendar: CompiledCalendar,
): boolean {
  if (JSON.stringify(got) === JSON.stringify(wanted)) return true;
  if (typeof got !== 'string' || typeof wanted !== 'string') return false;
  const [one, other] = [Date.parse(got), Date.parse(wanted)];
  if (Number.isNaN(one) || Number.isNaN(other)) return false;
  if (Math.abs(one - other) <= toleranceSeconds * 1_000) return true;
  return workingTimeBetween(calendar, one, other) === 0;
}
