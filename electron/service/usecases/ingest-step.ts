import { newFacts } from '../../../shared/domain/ingest/diff.ts';
import type { KnownFacts } from '../../../shared/domain/ingest/types.ts';
import { defaultTeamFor } from '../../../shared/domain/sla/defaults.ts';
import type { ReadStep } from '../ports/connector.ts';
import type { AccountRow, ReadableStore } from '../ports/store.ts';
import { bindOwnReplies } from './bind-own-replies.ts';
import { publishAppend } from './changes.ts';
import type { Inbox } from './inbox.ts';
import { dropSettledImages } from './settled-images.ts';

/** What one step brought. */
export interface Ingested {
  readonly events: number;
  readonly conversationIds: readonly string[];
}

/**
 * Commits what a read step says anew, in one transaction. Our own replies whose answer was lost are
 * recognised first: they become sent instead of appearing as somebody else's.
 */
export function ingestStep(
  inbox: Inbox,
  account: AccountRow,
  step: ReadStep,
  arrivals: boolean,
): Ingested {
  const { store, clock, ids } = inbox;
  const own = bindOwnReplies(inbox, account, step.messages);
  const rest = { ...step, messages: step.messages.filter((one) => !own.ids.has(one.externalId)) };
  const facts = newFacts({
    step: rest,
    known: gatherKnown(store, account.id, rest),
    account,
    actor: `connector:${account.channel}`,
    nowMs: clock.now(),
    newId: () => ids.next(),
    teamFor: (kind) => teamFor(account, kind, store),
  });
  const events = [...own.events, ...facts];
  const isEmpty = events.length === 0 && step.setAside.length === 0 && step.posts.size === 0;
  if (isEmpty) return { events: 0, conversationIds: [] };
  const result = store.appendRead(events, {
    accountId: account.id,
    setAside: step.setAside,
    posts: step.posts,
  });
  publishAppend(inbox.changes, result, arrivals);
  dropSettledImages(inbox, own.events);
  return { events: result.events.length, conversationIds: result.conversationIds };
}

/** An account with a team of its own keeps it; else mentions go to the team of mentions. */
function teamFor(
  account: AccountRow,
  kind: Parameters<typeof defaultTeamFor>[0],
  store: ReadableStore,
): string {
  const usual = defaultTeamFor(kind);
  const isDefault = account.teamId === defaultTeamFor('comment');
  const exists = store.teams().some((team) => team.id === usual);
  return isDefault && exists ? usual : account.teamId;
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

function gatherKnown(store: ReadableStore, accountId: string, step: ReadStep): KnownFacts {
  return {
    messages: store.knownMessages(
      accountId,
      distinct(step.messages.map((message) => message.externalId)),
    ),
    conversations: store.knownConversations(
      accountId,
      distinct(step.messages.map((message) => message.conversationExternalId)),
    ),
    contexts: store.knownContexts(
      accountId,
      distinct(step.contexts.map((context) => context.externalId)),
    ),
    under: new Map(
      step.complete.map(({ rootExternalId }) => [
        rootExternalId,
        store.messagesUnder(accountId, rootExternalId),
      ]),
    ),
  };
}
