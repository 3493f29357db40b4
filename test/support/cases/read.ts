import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { runCalendarCase } from './calendar-case.ts';
import { malformed, wordsOf, type Outcome } from './outcome.ts';
import { runScenario } from './scenario.ts';

const item = z.record(z.string(), z.unknown());
const file = z.looseObject({
  cases: z.array(z.unknown()).optional(),
  scenarios: z.array(z.unknown()).optional(),
  calendars: z.unknown().optional(),
});

/** Runs every case of a file, in its order. A file that cannot be read is one failure under its name. */
export function runFile(path: string): readonly Outcome[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return [malformed(path, error instanceof Error ? error.message : String(error))];
  }
  const read = file.safeParse(Array.isArray(content) ? { cases: content } : content);
  if (!read.success) return [malformed(path, `is no file of cases: ${wordsOf(read.error)}`)];
  const items = itemsOf(read.data);
  if (items.length === 0)
    return [malformed(path, 'holds no case: neither "cases" nor "scenarios"')];
  return items.map((written, index) => runItem(written, `${path}#${index + 1}`));
}

function itemsOf({ cases, scenarios, calendars }: z.output<typeof file>): readonly unknown[] {
  return [...(cases ?? []).map((one) => withCalendar(one, calendars)), ...(scenarios ?? [])];
}

/** A case may name its calendar, or tell its place, instead of holding it. */
function withCalendar(written: unknown, calendars: unknown): unknown {
  const read = item.safeParse(written);
  if (!read.success || calendars === undefined) return written;
  const key = read.data['calendar'];
  if (typeof key !== 'number' && typeof key !== 'string') return written;
  const found = Object.entries(Object(calendars)).find(([name]) => name === String(key));
  return found === undefined ? written : { ...read.data, calendar: found[1] };
}

/** What happens in a scenario lies in its events, or in what its kind calls for. */
const SCENARIO_KEYS = ['events', 'conversations', 'statusEvents'] as const;

/** A case keeps its own id, and a nameless one the place where it stands. */
function runItem(written: unknown, place: string): Outcome {
  const read = item.safeParse(written);
  if (!read.success) return malformed(place, `is no case: ${wordsOf(read.error)}`);
  const { id } = read.data;
  const name = typeof id === 'string' && id !== '' ? id : place;
  try {
    return SCENARIO_KEYS.some((key) => key in read.data)
      ? runScenario(name, read.data)
      : runCalendarCase(name, read.data);
  } catch (error) {
    // A fault of ours fails this case; the others are run all the same.
    return malformed(
      name,
      error instanceof Error
        ? `${error.message} (${(error.stack ?? '').split('\n')[1]?.trim() ?? ''})`
        : String(error),
    );
  }
}
