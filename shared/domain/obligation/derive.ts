import type { ProjectionRules } from '../conversation/projection.ts';
import type { Timeline } from '../conversation/timeline.ts';
import type { DomainEvent } from '../event.ts';
import { personIdOf } from '../mail/identity.ts';
import { deadlineOf, ruleAt, workedBetween } from '../sla/deadline.ts';
import type { SlaMetric } from '../sla/types.ts';
import { arrive, changePresence } from './arrive.ts';
import { answer, decide, reopen } from './settle.ts';
import { newThread, type Thread } from './thread.ts';
import type { Obligation, ObligationEnding } from './types.ts';
import { openingOf, type Stretch } from './waiting.ts';

/** What a conversation's facts say about waiting. */
export interface Derivation {
  /** In the order of their starts. */
  readonly obligations: readonly Obligation[];
  /** Names of those whom each brand message answered, by message id. */
  readonly answered: ReadonlyMap<string, readonly string[]>;
  /** Solved, and nobody has asked anything since. */
  readonly closed: boolean;
  /** Who has it now. */
  readonly teamId: string;
}

/** Endings that leave the figures on both sides: nothing was owed after all (domain.md §2). */
const LEFT_OUT: ReadonlySet<ObligationEnding | null> = new Set<ObligationEnding>([
  'no_answer_needed',
  'deleted',
  'hidden',
  'merged',
]);

/** Says whether an obligation is left out of response figures and counted apart. */
export const isLeftOut = (ending: ObligationEnding | null): boolean => LEFT_OUT.has(ending);

/** Returns the obligations of a conversation by the rules of domain.md §1–2, deadlines by `rules`. */
export function deriveObligations(timeline: Timeline, rules: ProjectionRules): Derivation {
  const thread = newThread(timeline.opened);
  // Known beforehand: what never arrived has answered nobody, at no time.
  for (const event of timeline.events)
    if (event.kind === 'message.observed') noteAliases(thread, event);
  for (const event of timeline.events)
    if (event.kind === 'message.bounced') noteBounce(thread, event);
  for (const event of timeline.events) apply(thread, event);
  const { answered, closed, teamId } = thread;
  return { obligations: obligationsOf(thread, rules), answered, closed, teamId };
}

function noteAliases({ aliases }: Thread, { payload }: DomainEvent<'message.observed'>): void {
  const person = payload.author.externalId;
  if (person === null || payload.authorKind === 'brand') return;
  for (const address of payload.mail?.replyTo ?? []) aliases.set(personIdOf(address), person);
}

function noteBounce(
  { bounced, aliases }: Thread,
  { payload }: DomainEvent<'message.bounced'>,
): void {
  const missed = bounced.get(payload.messageId) ?? new Set();
  for (const recipient of payload.recipients) {
    const id = personIdOf(recipient);
    missed.add(id).add(aliases.get(id) ?? id);
  }
  bounced.set(payload.messageId, missed);
}

function apply(thread: Thread, event: DomainEvent): void {
  switch (event.kind) {
    case 'message.observed':
      if (event.payload.authorKind === 'brand') answer(thread, event);
      else if (event.payload.authorKind !== 'system') arrive(thread, event);
      break;
    case 'message.presence':
      changePresence(thread, event);
      break;
    case 'conversation.no_answer_needed':
    case 'conversation.closed':
      decide(thread, event);
      break;
    case 'conversation.reopened':
      reopen(thread);
      break;
    case 'conversation.handed_over':
      thread.teamId = event.payload.teamId;
      break;
    default: // Every other fact says nothing about who waits.
  }
}

function obligationsOf(thread: Thread, rules: ProjectionRules): readonly Obligation[] {
  const stretches = [...thread.ended, ...stillOpen(thread)].sort(
    (a, b) =>
      a.opening.createdAtMs - b.opening.createdAtMs || (a.opening.id < b.opening.id ? -1 : 1),
  );
  let metric: SlaMetric = 'first_response';
  return stretches.map((stretch) => {
    const obligation = obligationOf(thread, stretch, metric, rules);
    if (!isLeftOut(stretch.ending)) metric = 'next_response';
    return obligation;
  });
}

function* stillOpen(thread: Thread): Generator<Stretch> {
  for (const person of thread.active) {
    const opening = person.block.waiting > 0 ? openingOf(person.block) : undefined;
    if (opening !== undefined) {
      yield { person, opening, endedAtMs: null, ending: null, answeredBy: null };
    }
  }
}

function obligationOf(
  { opened }: Thread,
  { person, opening, endedAtMs, ending, answeredBy }: Stretch,
  metric: SlaMetric,
  rules: ProjectionRules,
): Obligation {
  const startedAtMs = opening.createdAtMs;
  const rule = ruleAt(rules, startedAtMs);
  const answeredAtMs = ending === 'answered' ? endedAtMs : null;
  return {
    id: opening.id,
    conversationId: opened.conversationId ?? '',
    accountId: opened.accountId ?? '',
    teamId: opening.teamId,
    metric,
    person: person.key,
    startedAtMs,
    wallPost: opening.wallPost,
    endedAtMs,
    ending,
    answeredBy,
    policyVersion: rule.version,
    ...deadlineOf(rule, metric, startedAtMs),
    businessMs: answeredAtMs === null ? null : workedBetween(rule, startedAtMs, answeredAtMs),
  };
}
