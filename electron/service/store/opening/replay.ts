import type { DomainEvent, NewEvent } from '../../../../shared/domain/event.ts';
import { stateKind } from '../../../../shared/domain/outbox/transitions.ts';
import type { OutboxItem } from '../../../../shared/domain/outbox/types.ts';
import type { EventReader } from '../event-log.ts';
import type { ProfileFiles } from '../profile-files.ts';
import type { Appender } from '../writer/append.ts';
import type { OpenedFiles } from './open-files.ts';
import { endRecovery, type Recovery } from './recovery.ts';
import { readJournal, salvageEvents } from './salvage.ts';

/** What bringing lost facts back works with. */
interface ReplayParts {
  readonly events: EventReader;
  readonly appender: Appender;
}

const byHlc = (a: DomainEvent, b: DomainEvent): number => (a.hlc < b.hlc ? -1 : 1);

/**
 * Appends those of `facts` that the log does not know. A fact of a conversation that nothing opens
 * any more stays behind: it could not be shown. Returns how many came back.
 */
function bringBack(parts: ReplayParts, facts: readonly DomainEvent[]): number {
  const lost = new Map<string, DomainEvent>();
  for (const fact of facts) {
    if (!parts.events.knows(fact.opId)) lost.set(fact.opId, fact);
  }
  const all = [...lost.values()].sort(byHlc);
  const opened = new Set(
    all.filter((fact) => fact.kind === 'conversation.opened').map((fact) => fact.conversationId),
  );
  const usable = all.filter(
    ({ conversationId }) =>
      conversationId === null ||
      opened.has(conversationId) ||
      parts.events.hasConversation(conversationId),
  );
  if (usable.length > 0) parts.appender.replay(usable);
  return usable.length;
}

/**
 * Hands every unsettled reply to a person: after a loss nobody knows what became of it, and none
 * may leave by itself. Returns how many.
 */
function stopReplies(appender: Appender, open: readonly OutboxItem[], nowMs: number): number {
  const items = open.filter((item) => item.state !== 'needs_human');
  const facts = items.map((item): NewEvent<'reply.state' | 'action.state'> => ({
    kind: stateKind(item.action),
    actor: 'system',
    accountId: item.accountId,
    conversationId: item.conversationId,
    happenedAtMs: nowMs,
    payload: {
      outboxId: item.id,
      state: 'needs_human',
      attempt: item.attempt,
      reason: 'unknown_outcome',
      externalId: item.externalId,
      notBeforeMs: null,
    },
  }));
  if (facts.length > 0) appender.append(facts);
  return facts.length;
}

/**
 * After a loss: brings back what the damaged file and the outbox journal still tell, and stops the
 * replies. Doing it twice is doing it once, so a crash on the way loses nothing.
 */
export function bringBackLost(
  files: ProfileFiles,
  { store, loss }: OpenedFiles,
  nowMs: number,
): Recovery | null {
  if (loss === null) return null;
  const salvaged = loss.movedTo === null ? [] : salvageEvents(files, loss.movedTo);
  const facts = [...salvaged, ...readJournal(files.journal)];
  const factsBack = bringBack(store, facts);
  const repliesStopped = stopReplies(store.appender, store.methods.outboxOpen(), nowMs);
  endRecovery(files);
  return { ...loss, factsBack, repliesStopped };
}
