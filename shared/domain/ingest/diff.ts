import type { Channel, ConversationKind, Presence } from '../conversation/types.ts';
import type { Actor, NewEvent } from '../event.ts';
import { usualSource } from '../source/types.ts';
import { canonicalText } from './canonical-text.ts';
import { contextSaysMore } from './context-change.ts';
import { authorKindOf, namesStarter, openThread, starterOf, type Thread } from './threads.ts';
import type { KnownFacts, KnownMessage, ObservedMessage, ObservedStep } from './types.ts';
import { vanishedOf } from './vanished.ts';

/** What {@link newFacts} needs beside the step itself. */
export interface Ingest {
  readonly step: ObservedStep;
  readonly known: KnownFacts;
  readonly account: {
    readonly id: string;
    readonly channel: Channel;
    /** The page's own platform id. */
    readonly externalId: string;
  };
  readonly actor: Actor;
  readonly nowMs: number;
  readonly newId: () => string;
  /** The team that a new conversation of this kind goes to. */
  readonly teamFor: (kind: ConversationKind) => string;
}

/**
 * Returns the facts in one read step that the store does not know yet, parents before children.
 * Reading the same thing twice gives none the second time.
 */
export function newFacts(ingest: Ingest): readonly NewEvent[] {
  return [...contextFacts(ingest), ...messageFacts(ingest), ...vanishedFacts(ingest)];
}

function contextFacts({ step, known, account, actor }: Ingest): NewEvent[] {
  const before = new Map(known.contexts.map((context) => [context.externalId, context]));
  const facts: NewEvent[] = [];
  for (const context of step.contexts) {
    const old = before.get(context.externalId);
    if (old !== undefined && !contextSaysMore(old, context)) continue;
    before.set(context.externalId, context);
    facts.push({
      kind: 'context.observed',
      actor,
      accountId: account.id,
      conversationId: null,
      happenedAtMs: context.createdAtMs,
      payload: context,
    });
  }
  return facts;
}

function messageFacts(ingest: Ingest): NewEvent[] {
  const known = new Map(ingest.known.messages.map((message) => [message.externalId, message]));
  const threads = new Map(
    ingest.known.conversations.map((row): [string, Thread] => [row.externalId, row]),
  );
  const done = new Set<string>();
  const facts: NewEvent[] = [];
  for (const message of startersFirst(ingest.step.messages)) {
    if (done.has(message.externalId)) continue;
    done.add(message.externalId);
    const old = known.get(message.externalId);
    if (old !== undefined) {
      facts.push(...changeFacts(ingest, message, old));
      continue;
    }
    let thread = threads.get(message.conversationExternalId);
    if (thread === undefined) {
      thread = openThread(message, ingest.newId());
      threads.set(message.conversationExternalId, thread);
      facts.push(openedFact(ingest, message, thread));
    }
    facts.push(observedFact(ingest, message, thread));
  }
  return facts;
}

/** Messages that say whose thread it is come before the others, however the platform ordered them. */
function startersFirst(messages: readonly ObservedMessage[]): readonly ObservedMessage[] {
  return [
    ...messages.filter(namesStarter),
    ...messages.filter((message) => !namesStarter(message)),
  ];
}

function openedFact(ingest: Ingest, message: ObservedMessage, thread: Thread): NewEvent {
  const { account, actor, teamFor } = ingest;
  const channel = message.channel ?? account.channel;
  return {
    kind: 'conversation.opened',
    actor,
    accountId: account.id,
    conversationId: thread.conversationId,
    happenedAtMs: message.createdAtMs,
    payload: {
      channel,
      kind: message.conversationKind,
      externalId: message.conversationExternalId,
      contextExternalId: message.contextExternalId,
      starter: starterOf(message),
      teamId: teamFor(message.conversationKind),
      permalink: namesStarter(message) ? message.permalink : null,
      source: message.source ?? usualSource(channel, message.conversationKind),
    },
  };
}

function observedFact(ingest: Ingest, message: ObservedMessage, thread: Thread): NewEvent {
  return {
    kind: 'message.observed',
    actor: ingest.actor,
    accountId: ingest.account.id,
    conversationId: thread.conversationId,
    happenedAtMs: message.createdAtMs,
    payload: {
      messageId: ingest.newId(),
      externalId: message.externalId,
      parentExternalId: message.parentExternalId,
      author: message.author,
      authorKind: authorKindOf(message, thread, ingest.account.externalId),
      text: message.text,
      createdAtMs: message.createdAtMs,
      visibility: message.visibility ?? 'public',
      // Replies sent from here are bound to their platform id when they are sent, so they are
      // known by now: an unknown brand message was written on the platform itself.
      source: message.byBrand ? 'native' : null,
      presence: message.hidden ? 'hidden' : 'visible',
      attachments: message.attachments,
      permalink: message.permalink,
      addressees: message.addressees,
      ...(message.mail === undefined ? {} : { mail: message.mail }),
    },
  };
}

function changeFacts(ingest: Ingest, message: ObservedMessage, old: KnownMessage): NewEvent[] {
  const facts: NewEvent[] = [];
  if (canonicalText(message.text) !== canonicalText(old.text)) {
    facts.push(editedFact(ingest, old, message.text));
  }
  const presence = message.hidden ? 'hidden' : 'visible';
  if (presence !== old.presence) facts.push(presenceFact(ingest, old, presence));
  return facts;
}

const vanishedFacts = (ingest: Ingest): readonly NewEvent[] =>
  vanishedOf(ingest.step, ingest.known).map((message) => presenceFact(ingest, message, 'gone'));

// Nobody tells when an edit or a deletion happened: it counts from when we noticed.

const editedFact = (
  { account, actor, nowMs }: Ingest,
  old: KnownMessage,
  text: string,
): NewEvent => ({
  kind: 'message.edited',
  actor,
  accountId: account.id,
  conversationId: old.conversationId,
  happenedAtMs: nowMs,
  payload: { messageId: old.messageId, text },
});

const presenceFact = (
  { account, actor, nowMs }: Ingest,
  old: KnownMessage,
  presence: Presence,
): NewEvent => ({
  kind: 'message.presence',
  actor,
  accountId: account.id,
  conversationId: old.conversationId,
  happenedAtMs: nowMs,
  payload: { messageId: old.messageId, presence },
});
