import { z } from 'zod';
import { isTimeZone } from '../../../shared/domain/calendar/zone.ts';
import { isOver, lifeOf } from '../../../shared/domain/sla/clocks/life.ts';
import { waitsOf } from '../../../shared/domain/sla/clocks/waits.ts';
import { instant } from './calendar-case.ts';
import { localOf } from './calendar-shape.ts';
import { failed, malformed, passed, wordsOf, type Outcome } from './outcome.ts';
import { factsOf } from './scenario-facts.ts';

const averageWait = z.looseObject({
  windowStart: instant,
  conversations: z.array(z.array(z.looseObject({ at: instant, type: z.string() }))),
  expect: z.looseObject({ averageWaitSeconds: z.number() }),
});

/** How long those waited who asked after an instant and were answered: the mean, in whole seconds. */
export function runAverageWait(name: string, written: unknown): Outcome {
  const read = averageWait.safeParse(written);
  if (!read.success) return malformed(name, wordsOf(read.error));
  const { windowStart, conversations, expect } = read.data;
  const waits = conversations.flatMap((events) =>
    waitsOf(factsOf(events.filter(({ at }) => at > windowStart))).flatMap(
      ({ startedAtMs, endedAtMs, ending }) =>
        ending === 'answered' && endedAtMs !== null ? [endedAtMs - startedAtMs] : [],
    ),
  );
  const sumMs = waits.reduce((sum, waitMs) => sum + waitMs, 0);
  const got = waits.length === 0 ? 0 : Math.floor(sumMs / waits.length / 1_000);
  return got === expect.averageWaitSeconds
    ? passed(name)
    : failed(name, expect.averageWaitSeconds, got);
}

const dayBreaks = z.looseObject({
  timeZone: z.string().refine(isTimeZone, 'no zone'),
  statusEvents: z.array(z.tuple([instant, z.string()])),
  expect: z.looseObject({ dateBreaks: z.record(z.string(), z.array(z.array(z.string()))) }),
});

/** Pauses that have ended, as hours of local dates. */
export function runDayBreaks(name: string, written: unknown): Outcome {
  const read = dayBreaks.safeParse(written);
  if (!read.success) return malformed(name, wordsOf(read.error));
  const { timeZone, statusEvents, expect } = read.data;
  const got: Record<string, (readonly [string, string])[]> = {};
  for (const { fromMs, toMs } of pausesOf(statusEvents)) {
    for (const { date, from, to } of byDate(timeZone, fromMs, toMs))
      (got[date] ??= []).push([from, to]);
  }
  const isSame = JSON.stringify(sorted(got)) === JSON.stringify(sorted(expect.dateBreaks));
  return isSame ? passed(name) : failed(name, expect.dateBreaks, got);
}

const sorted = (record: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));

function pausesOf(
  events: readonly (readonly [number, string])[],
): readonly { readonly fromMs: number; readonly toMs: number }[] {
  const [first] = events;
  if (first === undefined) return [];
  const facts = factsOf([
    { at: first[0], type: 'created' },
    ...events.map(([at, to]) => ({ at, type: 'status', to })),
  ]);
  const states = lifeOf(facts)?.states ?? [];
  return states.flatMap(({ atMs, state }, index) => {
    const toMs = states[index + 1]?.atMs;
    const isPause = state === 'pending' || state === 'on_hold' || isOver(state);
    return isPause && toMs !== undefined && toMs > atMs ? [{ fromMs: atMs, toMs }] : [];
  });
}

/** Cuts a stretch at local midnights. */
function byDate(
  timeZone: string,
  fromMs: number,
  toMs: number,
): readonly { readonly date: string; readonly from: string; readonly to: string }[] {
  const last = localOf(timeZone, toMs);
  let { date, time: from } = localOf(timeZone, fromMs);
  const parts: { date: string; from: string; to: string }[] = [];
  while (date < last.date) {
    parts.push({ date, from, to: '24:00' });
    date = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    from = '00:00';
  }
  if (from < last.time) parts.push({ date, from, to: last.time });
  return parts;
}
