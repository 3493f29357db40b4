import { isLeftOut } from '../../obligation/derive.ts';
import type { SlaFact } from './facts.ts';
import { lifeOf, overAt, type Life } from './life.ts';
import {
  OUR_CONVENTIONS,
  ruleFor,
  type ClockMetric,
  type SlaConventions,
  type SlaRuleset,
} from './policy.ts';
import { countedIn, reachedAt, segmentsOf, type ClockSegment } from './segments.ts';
import { waitsOf, type Wait } from './waits.ts';

/** One promise and how it goes. Made from facts alone; {@link readClock} adds the instant. */
export interface SlaClock {
  readonly metric: ClockMetric;
  /** The id of the fact that started it. */
  readonly id: string;
  /** Who waits, of a response; else null. */
  readonly person: string | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly ending: Wait['ending'] | 'updated' | 'solved' | 'removed';
  /** When it ended for the first time, of what was reopened since. */
  readonly firstEndedAtMs: number | null;
  /** What is promised now, or was at the end. */
  readonly targetMs: number | null;
  /** Null while it stands still, and when the calendar never opens. */
  readonly dueAtMs: number | null;
  /** When the target of that time was passed, as far as that has happened or will without another fact; it stays. */
  readonly breachedAtMs: number | null;
  readonly segments: readonly ClockSegment[];
}

/**
 * Returns all clocks of a conversation, by start: the one function from what happened to what was
 * promised (domain.md §4). The order in which the facts come in does not matter. Clocks for which
 * nothing was ever promised are left out.
 */
export function clocksOf(facts: readonly SlaFact[], ruleset: SlaRuleset): readonly SlaClock[] {
  const life = lifeOf(facts);
  return life === null ? [] : clocksOfLife(life, waitsOf(facts), ruleset);
}

/** The same, where it is known already who waited. */
export const clocksOfLife = (
  life: Life,
  waits: readonly Wait[],
  ruleset: SlaRuleset,
): readonly SlaClock[] =>
  runsOf(life, waits, conventionsOf(life, ruleset))
    .map((run) => clockOf(run, life, ruleset))
    .filter(({ segments }) => segments.some(({ target }) => target !== null))
    .toSorted((a, b) => a.startedAtMs - b.startedAtMs);

/** A clock before its time is counted. */
type Run = Pick<
  SlaClock,
  'metric' | 'id' | 'person' | 'startedAtMs' | 'endedAtMs' | 'ending' | 'firstEndedAtMs'
>;

/** The conventions of the rule that the conversation was opened under: they do not change midway. */
function conventionsOf({ turns }: Life, ruleset: SlaRuleset): SlaConventions {
  const [first] = turns;
  const rule = first === undefined ? null : ruleFor(ruleset, first.subject, first.atMs);
  return rule?.conventions ?? OUR_CONVENTIONS;
}

function runsOf(life: Life, waits: readonly Wait[], conventions: SlaConventions): readonly Run[] {
  return [
    ...firstResponses(life, waits, conventions),
    ...nextResponses(waits, conventions),
    ...updates(life, conventions),
    ...resolutions(life),
  ];
}

const responseRun = (metric: ClockMetric, wait: Wait): Run => ({
  ...wait,
  metric,
  firstEndedAtMs: wait.endedAtMs,
});

const isOut = ({ ending }: Wait): boolean => ending === 'moved' || isLeftOut(ending);

/** How many waits count as first: those that were left out, and the one that was not. */
function firstCount(waits: readonly Wait[]): number {
  const index = waits.findIndex((wait) => !isOut(wait));
  return index < 0 ? waits.length : index + 1;
}

function firstResponses(
  life: Life,
  waits: readonly Wait[],
  conventions: SlaConventions,
): readonly Run[] {
  if (conventions.firstResponseFrom === 'question') {
    return waits.slice(0, firstCount(waits)).map((wait) => responseRun('first_response', wait));
  }
  const answer = life.answers.find(({ atMs }) => atMs >= life.openedAtMs);
  const over = answer === undefined ? overAt(life) : null;
  const endedAtMs = answer?.atMs ?? over?.sinceMs ?? null;
  const run: Run = {
    metric: 'first_response',
    id: life.id,
    person: null,
    startedAtMs: life.openedAtMs,
    endedAtMs,
    ending: answer !== undefined ? 'answered' : endingOf(over?.sinceMs ?? null, over?.state),
    firstEndedAtMs: endedAtMs,
  };
  return [run];
}

function nextResponses(waits: readonly Wait[], conventions: SlaConventions): readonly Run[] {
  const later = conventions.firstQuestionIsNextToo ? waits : waits.slice(firstCount(waits));
  return later.map((wait) => responseRun('next_response', wait));
}

/** From each message of ours to the next one, or to the end. */
function updates(life: Life, { updatesFrom }: SlaConventions): readonly Run[] {
  const opening = { id: life.id, atMs: life.openedAtMs };
  const starts = [...(updatesFrom === 'opening' ? [opening] : []), ...life.answers];
  const over = overAt(life);
  return starts.flatMap(({ id, atMs }, index) => {
    const next = starts[index + 1]?.atMs;
    const endedAtMs = next ?? over.sinceMs;
    const ending = next === undefined ? endingOf(over.sinceMs, over.state) : ('updated' as const);
    const common = {
      id,
      person: null,
      startedAtMs: atMs,
      endedAtMs,
      ending,
      firstEndedAtMs: endedAtMs,
    };
    if (endedAtMs !== null && endedAtMs < atMs) return [];
    return [
      { metric: 'periodic_update' as const, ...common },
      { metric: 'pausable_update' as const, ...common },
    ];
  });
}

function resolutions(life: Life): readonly Run[] {
  const { firstMs, sinceMs, state } = overAt(life);
  return (['requester_wait', 'agent_work', 'total_resolution'] as const).map((metric) => ({
    metric,
    id: life.id,
    person: null,
    startedAtMs: life.openedAtMs,
    endedAtMs: sinceMs,
    ending: endingOf(sinceMs, state),
    firstEndedAtMs: firstMs,
  }));
}

function endingOf(sinceMs: number | null, state: string | undefined): SlaClock['ending'] {
  if (sinceMs === null) return null;
  return state === 'merged' ? 'merged' : state === 'removed' ? 'removed' : 'solved';
}

function clockOf(run: Run, life: Life, ruleset: SlaRuleset): SlaClock {
  const span = { fromMs: run.startedAtMs, toMs: run.endedAtMs ?? Infinity };
  const segments = segmentsOf(run.metric, life, ruleset, span);
  const targetMs = segments.at(-1)?.target?.durationMs ?? null;
  return {
    ...run,
    targetMs,
    dueAtMs:
      targetMs === null || segments.at(-1)?.runs === false ? null : reachedAt(segments, targetMs),
    breachedAtMs: breachOf(segments),
    segments,
  };
}

/** A target is broken where time goes on after it was used up; a later, looser one does not mend it. */
function breachOf(segments: readonly ClockSegment[]): number | null {
  let before = 0;
  for (const [index, segment] of segments.entries()) {
    const { runs, target, fromMs, toMs } = segment;
    const counted = countedIn(segment, toMs === Infinity ? fromMs : toMs);
    if (
      runs &&
      target !== null &&
      before + (toMs === Infinity ? Infinity : counted) > target.durationMs
    ) {
      const usedUp = reachedAt(segments.slice(0, index + 1), target.durationMs);
      if (usedUp !== null && usedUp < toMs) return Math.max(usedUp, fromMs);
    }
    before += counted;
  }
  return null;
}
