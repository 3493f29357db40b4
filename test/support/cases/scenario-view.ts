import type { CompiledCalendar } from '../../../shared/domain/calendar/compiled.ts';
import { clocksOf, type SlaClock } from '../../../shared/domain/sla/clocks/clocks.ts';
import type { ClockMetric, SlaRuleset } from '../../../shared/domain/sla/clocks/policy.ts';
import { readClock } from '../../../shared/domain/sla/clocks/reading.ts';
import { calendarOf } from './calendar-shape.ts';
import { iso } from './outcome.ts';
import {
  bringsRules,
  conventionsOf,
  factsOf,
  ruleOf,
  type ClockScenario,
  type PeerEvent,
} from './scenario-facts.ts';

const MINUTE_MS = 60_000;

/** What a scenario's checks may ask, under the peers' names. */
export type View = Readonly<Record<string, unknown>>;

/** Returns what our clocks say after some events of a scenario. */
export function viewOf(
  scenario: ClockScenario,
  calendar: CompiledCalendar,
  events: readonly PeerEvent[],
): View {
  const ruleset = rulesetOf(scenario, calendar);
  const set = setEvents(events);
  const clocks = clocksOf(factsOf(set.contacts), ruleset);
  const first = only(
    set.firsts === null ? clocks : clocksOf(factsOf(set.firsts), ruleset),
    'first_response',
  )[0];
  const resolution = only(
    set.closings === null ? clocks : clocksOf(factsOf(set.closings), ruleset),
    'requester_wait',
  )[0];
  const dues = {
    firstResponseDueAt: first === undefined ? null : dueOf(first),
    nextResponseDueAt: earliest(only(clocks, nextMetric(scenario)).map(dueOf)),
    resolutionDueAt:
      resolution === undefined || resolution.firstEndedAtMs !== null ? null : dueOf(resolution),
  };
  const answer = events.find(({ type }) => type === 'agent_reply')?.at ?? null;
  return {
    ...Object.fromEntries(Object.entries(dues).map(([key, at]) => [key, iso(at)])),
    nextEscalationAt: iso(earliest(Object.values(dues))),
    firstResponseAt: iso(first?.ending === 'answered' ? first.endedAtMs : answer),
    ...spent('firstResponse', first?.ending === 'answered' ? [first] : []),
    ...spent(
      'nextResponse',
      only(clocks, nextMetric(scenario)).filter(
        ({ ending }) => ending === 'answered' || ending === 'updated',
      ),
    ),
    ...spent('resolution', resolution !== undefined && wasSolved(resolution) ? [resolution] : []),
    ...verdict(events, clocks),
  };
}

const nextMetric = ({ updateMode, policy }: ClockScenario): ClockMetric =>
  updateMode ||
  (typeof policy.nextResponseMinutes !== 'number' &&
    typeof policy.periodicUpdateMinutes === 'number')
    ? 'pausable_update'
    : 'next_response';

/** Whatever an event brings holds from then on, for what is running too: so the peers compute it. */
function rulesetOf(scenario: ClockScenario, calendar: CompiledCalendar): SlaRuleset {
  const conventions = conventionsOf(scenario.peer);
  const calendars = new Map([['peer', calendar]]);
  let { policy }: { policy: ClockScenario['policy'] | null } = scenario;
  let calendarId = 'peer';
  const versions = [{ fromMs: 0, rules: [ruleOf(scenario.policy, conventions, calendarId)] }];
  for (const [index, event] of scenario.events.entries()) {
    if (!bringsRules(event)) continue;
    const other = event.calendar === undefined ? null : calendarOf(event.calendar);
    if (other?.ok === true) calendars.set((calendarId = `peer ${index}`), other.value);
    if (event.policy !== undefined || event.calendar === undefined) policy = event.policy ?? null;
    const rules = policy === null ? [] : [ruleOf(policy, conventions, calendarId)];
    versions.push({ fromMs: event.at, rules });
  }
  return { versions, calendars, teamCalendars: new Map() };
}

const only = (clocks: readonly SlaClock[], metric: ClockMetric): readonly SlaClock[] =>
  clocks.filter((clock) => clock.metric === metric);

const dueOf = ({ endedAtMs, dueAtMs }: SlaClock): number | null =>
  endedAtMs === null ? dueAtMs : null;

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

const wasSolved = ({ firstEndedAtMs, ending }: SlaClock): boolean =>
  firstEndedAtMs !== null && ending !== 'merged' && ending !== 'removed';

/** The longest one in whole minutes, and what was left of its target. */
function spent(name: string, clocks: readonly SlaClock[]): View {
  const used = clocks.map((clock) => {
    const elapsed = readClock(clock, clock.firstEndedAtMs ?? Infinity).elapsedMs;
    return { clock, minutes: Math.floor(elapsed / MINUTE_MS) };
  });
  const longest = used.toSorted((a, b) => b.minutes - a.minutes)[0];
  const targetMs = longest?.clock.targetMs ?? null;
  return {
    [`${name}Minutes`]: longest?.minutes ?? null,
    [`${name}SlackMinutes`]:
      longest === undefined || targetMs === null ? null : targetMs / MINUTE_MS - longest.minutes,
  };
}

/** Chatwoot's words: what was missed at the last event; the verdict falls with the solving. */
function verdict(events: readonly PeerEvent[], clocks: readonly SlaClock[]): View {
  if (events.some(({ contactBlocked }) => contactBlocked === true)) {
    return { status: 'active', misses: { firstResponse: 0, nextResponse: 0, resolution: 0 } };
  }
  const nowMs = events.at(-1)?.at ?? 0;
  const missed = (metric: ClockMetric): number =>
    only(clocks, metric).filter((clock) => readClock(clock, nowMs).breached).length;
  const misses = {
    firstResponse: missed('first_response'),
    nextResponse: missed('next_response'),
    resolution: missed('requester_wait'),
  };
  const isMissed = Object.values(misses).some((count) => count > 0);
  const state = factsOf(events).findLast((fact) => fact.kind === 'state');
  const isSolved = state?.kind === 'state' && state.state === 'solved';
  if (isSolved) return { misses, status: isMissed ? 'missed' : 'hit' };
  return { misses, status: isMissed ? 'active_with_misses' : 'active' };
}

/**
 * `set` writes columns of the peer's database, each for a figure of its own and against the order
 * of time. So each figure is made from the facts that its column stands for.
 */
function setEvents(events: readonly PeerEvent[]): {
  readonly contacts: readonly PeerEvent[];
  readonly firsts: readonly PeerEvent[] | null;
  readonly closings: readonly PeerEvent[] | null;
} {
  const without = events.filter(({ type }) => type !== 'set');
  const made = (key: string, type: string, to?: string): readonly PeerEvent[] =>
    events.flatMap(({ values }) => {
      const at = Date.parse(String(values?.[key]));
      return Number.isNaN(at) ? [] : [{ at, type, to }];
    });
  const firsts = made('firstResponseAt', 'agent_reply');
  const closings = made('closedAt', 'status', 'closed');
  return {
    contacts: [
      ...without,
      ...made('lastCustomerContactAt', 'customer_message'),
      ...made('lastAgentContactAt', 'agent_reply'),
    ],
    firsts: firsts.length === 0 ? null : [...without, ...firsts],
    closings: closings.length === 0 ? null : [...without, ...closings],
  };
}
