import type { ProjectionRules } from '../../conversation/projection.ts';
import { timelineOf, type Timeline } from '../../conversation/timeline.ts';
import type { DomainEvent } from '../../event.ts';
import { deriveObligations } from '../../obligation/derive.ts';
import type { Obligation } from '../../obligation/types.ts';
import { clocksOfLife, type SlaClock } from './clocks.ts';
import type { SlaFact, SlaHappening } from './facts.ts';
import { lifeOf } from './life.ts';
import type { SlaRuleset } from './policy.ts';
import { rulesetOf } from './ruleset.ts';

/**
 * Returns all clocks of a conversation from its events. Who waits for whom is not decided twice: the
 * waits are its obligations. Throws as `timelineOf` does.
 */
export function clocksOfEvents(
  events: readonly DomainEvent[],
  rules: ProjectionRules,
  ruleset: SlaRuleset = rulesetOf(rules),
): readonly SlaClock[] {
  const timeline = timelineOf(events);
  const { obligations } = deriveObligations(timeline, rules);
  const life = lifeOf(lifeFactsOf(timeline, obligations));
  return life === null ? [] : clocksOfLife(life, obligations, ruleset);
}

/** What a conversation's events say of its life, apart from who waits. */
function lifeFactsOf(
  { opened, events }: Timeline,
  obligations: readonly Obligation[],
): readonly SlaFact[] {
  return [
    factOf(opened, { kind: 'opened', subject: subjectOf(opened) }),
    // Asking opens a conversation that was solved.
    ...obligations.map(({ id, startedAtMs }): SlaFact => ({
      kind: 'state',
      state: 'open',
      id,
      atMs: startedAtMs,
    })),
    ...events.flatMap((event) =>
      happeningsOf(event, obligations).map((happening) => factOf(event, happening)),
    ),
  ];
}

const factOf = ({ opId, happenedAtMs }: DomainEvent, happening: SlaHappening): SlaFact => ({
  ...happening,
  id: opId,
  atMs: happenedAtMs,
});

const subjectOf = ({ accountId, payload }: DomainEvent<'conversation.opened'>) => ({
  channel: payload.channel,
  accountId: accountId ?? '',
  teamId: payload.teamId,
  priority: 'normal' as const,
  labels: [],
  customer: payload.starter.externalId,
});

function happeningsOf(
  event: DomainEvent,
  obligations: readonly Obligation[],
): readonly SlaHappening[] {
  switch (event.kind) {
    case 'message.observed': {
      const { authorKind, source, presence } = event.payload;
      const isAnswer = authorKind === 'brand' && source !== 'automation' && presence === 'visible';
      return isAnswer ? [{ kind: 'answered', people: [] }] : [];
    }
    case 'conversation.closed':
      // Whoever asked before and was read only later still waits: that is not solved.
      return someoneWaits(obligations, event.happenedAtMs)
        ? []
        : [{ kind: 'state', state: 'solved' }];
    case 'conversation.reopened':
      return [{ kind: 'state', state: 'open' }];
    case 'conversation.handed_over':
      return [{ kind: 'changed', subject: { teamId: event.payload.teamId } }];
    default:
      return [];
  }
}

const someoneWaits = (obligations: readonly Obligation[], atMs: number): boolean =>
  obligations.some(
    ({ startedAtMs, endedAtMs }) => startedAtMs <= atMs && (endedAtMs === null || endedAtMs > atMs),
  );
