import type { DomainEvent } from '../event.ts';
import { deriveObligations, type Derivation } from '../obligation/derive.ts';
import type { Obligation } from '../obligation/types.ts';
import { usualSource } from '../source/types.ts';
import { oneLine } from '../text.ts';
import { tagOf } from '../triage/triage.ts';
import type { MessageTag } from '../triage/types.ts';
import { activitiesOf } from './activities.ts';
import { messagesOf, notesOf } from './messages.ts';
import { outboxOf } from './outbox.ts';
import type { ConversationProjection, ConversationRow, ProjectionRules } from './projection.ts';
import { timelineOf, type Timeline } from './timeline.ts';
import type { Author, Message } from './types.ts';

/** How much of the newest message a row shows, UTF-16 units. */
const SNIPPET_LENGTH = 160;
/** How much of a subject it shows. */
const SUBJECT_LENGTH = 200;

/**
 * Returns everything that a conversation's facts say. Their order of arrival does not matter and
 * reading one twice changes nothing. Throws only without `conversation.opened`: a bug.
 */
export function projectConversation(
  events: readonly DomainEvent[],
  rules: ProjectionRules,
): ConversationProjection {
  const timeline = timelineOf(events);
  const derivation = deriveObligations(timeline, rules);
  const messages = messagesOf(timeline.events, derivation.answered);
  return {
    row: rowOf(timeline, derivation, messages),
    messages,
    notes: notesOf(timeline.events),
    obligations: derivation.obligations,
    outbox: outboxOf(timeline.events, timeline.opened.payload.kind),
    activities: activitiesOf(timeline.events),
  };
}

function rowOf(
  { opened, events }: Timeline,
  { obligations, closed, teamId }: Derivation,
  messages: readonly Message[],
): ConversationRow {
  const { channel, kind, externalId, contextExternalId, permalink, starter, source } =
    opened.payload;
  const pending = mostUrgent(obligations);
  const shown = messages.findLast(({ presence }) => presence === 'visible');
  return {
    id: opened.conversationId ?? '',
    accountId: opened.accountId ?? '',
    channel,
    kind,
    source: source ?? usualSource(channel, kind),
    externalId,
    contextExternalId,
    permalink,
    starter: named(starter, messages),
    teamId,
    assignee: assigneeOf(events),
    status: pending !== null ? 'pending' : closed ? 'closed' : 'waiting',
    subject: subjectOf(messages),
    snippet: shown === undefined ? '' : oneLine(shown.text, SNIPPET_LENGTH),
    snippetOurs: shown?.authorKind === 'brand',
    tag: tagFor(messages, pending),
    messageCount: messages.filter(({ presence }) => presence !== 'gone').length,
    openedAtMs: opened.happenedAtMs,
    lastMessageAtMs: messages.at(-1)?.createdAtMs ?? opened.happenedAtMs,
    obligationId: pending?.id ?? null,
    pendingSinceMs: pending?.startedAtMs ?? null,
    warnAtMs: pending?.warnAtMs ?? null,
    dueAtMs: pending?.dueAtMs ?? null,
    ...latestAnswer(obligations),
  };
}

/** As the first mail with a subject says: later ones add what their programs put before it. */
function subjectOf(messages: readonly Message[]): string | null {
  const subjects = messages.flatMap(({ mail }) => (mail === undefined ? [] : [mail.subject]));
  const subject = subjects.find((one) => one !== '') ?? subjects[0];
  return subject === undefined ? null : oneLine(subject, SUBJECT_LENGTH);
}

/** A private thread that we began knows its person by id only, until they write themselves. */
function named(starter: Author, messages: readonly Message[]): Author {
  if (starter.name !== null || starter.externalId === null) return starter;
  const own = messages.find(
    ({ author }) => author.externalId === starter.externalId && author.name !== null,
  );
  return own?.author ?? starter;
}

/** The open obligation that is due first; one without a deadline comes after all others. */
function mostUrgent(obligations: readonly Obligation[]): Obligation | null {
  let first: Obligation | null = null;
  for (const obligation of obligations) {
    if (obligation.endedAtMs !== null) continue;
    const due = obligation.dueAtMs ?? Infinity;
    if (first === null || due < (first.dueAtMs ?? Infinity)) first = obligation;
  }
  return first;
}

function latestAnswer(
  obligations: readonly Obligation[],
): Pick<ConversationRow, 'answeredAtMs' | 'answeredInMs'> {
  let answeredAtMs: number | null = null;
  let answeredInMs: number | null = null;
  for (const { ending, endedAtMs, startedAtMs } of obligations) {
    if (ending !== 'answered' || endedAtMs === null) continue;
    if (answeredAtMs !== null && answeredAtMs > endedAtMs) continue;
    // Several waited for the same answer: what it took is what the first of them waited.
    const waitedMs = endedAtMs - startedAtMs;
    answeredInMs = answeredAtMs === endedAtMs ? Math.max(answeredInMs ?? 0, waitedMs) : waitedMs;
    answeredAtMs = endedAtMs;
  }
  return { answeredAtMs, answeredInMs };
}

/** What the message that waits most urgently seems to be; when none waits, the customer's newest one. */
function tagFor(messages: readonly Message[], pending: Obligation | null): MessageTag | null {
  const message =
    pending === null
      ? messages.findLast((m) => m.authorKind === 'customer' && m.presence === 'visible')
      : messages.find(({ id }) => id === pending.id);
  return message === undefined ? null : tagOf(message.text);
}

function assigneeOf(events: readonly DomainEvent[]): string | null {
  const last = events.findLast((event) => event.kind === 'conversation.assigned');
  return last?.payload.assignee ?? null;
}
