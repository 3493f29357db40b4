import type { AuthorKind, ConversationKind } from '../../shared/domain/conversation/types.ts';
import type { DomainEvent, EventKind, EventPayloads } from '../../shared/domain/event.ts';
import { formatHlc, HLC_ZERO, hlcNode, sendHlc } from '../../shared/domain/hlc.ts';

/**
 * Writes the facts of one conversation the short way. Times are minutes after `START_MS`, a Monday
 * at 9:00 in Rome.
 */
export const START_MS = Date.parse('2026-03-02T08:00:00Z');
export const MINUTE_MS = 60_000;
/** Returns the instant of a minute. */
export const minute = (count: number): number => START_MS + count * MINUTE_MS;

export type Said = Partial<EventPayloads['message.observed']> & {
  /** When a read brought it, minutes; by default the minute it was written. */
  readonly seenAt?: number;
};

/** Collects facts; each call appends one and returns the builder's facts so far. */
export function threadFacts(kind: ConversationKind = 'comment') {
  const events: DomainEvent[] = [];
  let clock = HLC_ZERO;
  const add = <K extends EventKind>(
    at: number,
    factKind: K,
    payload: EventPayloads[K],
    seenAt = at,
  ): string => {
    clock = sendHlc(clock, minute(seenAt));
    const opId = `op-${String(events.length).padStart(4, '0')}`;
    events.push({
      opId,
      hlc: formatHlc(clock, hlcNode('test')),
      actor: 'agent:Anna',
      kind: factKind,
      accountId: 'page',
      conversationId: 'thread',
      happenedAtMs: minute(at),
      observedAtMs: minute(seenAt),
      payload,
    } as DomainEvent);
    return opId;
  };
  add(0, 'conversation.opened', {
    channel: 'facebook',
    kind,
    externalId: 'x-root',
    contextExternalId: 'x-post',
    starter: { externalId: 'luisa', name: 'Luisa' },
    teamId: 'care',
    permalink: null,
  });
  const say = (at: number, id: string, authorKind: AuthorKind, said: Said): string => {
    const { seenAt, ...payload } = said;
    return add(at, 'message.observed', { ...silence(at, id, authorKind), ...payload }, seenAt);
  };
  return {
    events: events as readonly DomainEvent[],
    add,
    /** The starter speaks. */
    luisa: (at: number, id: string, text = 'Non funziona', said: Said = {}) =>
      say(at, id, 'customer', { text, author: { externalId: 'luisa', name: 'Luisa' }, ...said }),
    /** A third person speaks. */
    marco: (at: number, id: string, text = 'E il mio quando arriva?', said: Said = {}) =>
      say(at, id, 'other', { text, author: { externalId: 'marco', name: 'Marco' }, ...said }),
    /** The page speaks. */
    brand: (at: number, id: string, said: Said = {}) =>
      say(at, id, 'brand', {
        text: 'Eccoci',
        author: { externalId: 'brand', name: 'Pagina' },
        source: 'native',
        ...said,
      }),
    presence: (at: number, messageId: string, presence: 'visible' | 'hidden' | 'gone') =>
      add(at, 'message.presence', { messageId, presence }),
    noAnswerNeeded: (at: number) => add(at, 'conversation.no_answer_needed', {}),
    close: (at: number) => add(at, 'conversation.closed', {}),
    reopen: (at: number) => add(at, 'conversation.reopened', {}),
    undo: (at: number, opId: string) => add(at, 'conversation.undone', { opId }),
  };
}

const silence = (
  at: number,
  messageId: string,
  authorKind: AuthorKind,
): EventPayloads['message.observed'] => ({
  messageId,
  externalId: `x-${messageId}`,
  parentExternalId: null,
  author: { externalId: null, name: null },
  authorKind,
  text: '',
  createdAtMs: minute(at),
  visibility: 'public',
  source: null,
  presence: 'visible',
  attachments: [],
  permalink: null,
  addressees: [],
});
