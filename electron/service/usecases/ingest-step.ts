import type { PlatformState } from '../../../shared/domain/action/types.ts';
import { newFacts } from '../../../shared/domain/ingest/diff.ts';
import type { KnownFacts, ObservedMessage } from '../../../shared/domain/ingest/types.ts';
import { defaultTeamFor } from '../../../shared/domain/sla/defaults.ts';
import type { ReadStep } from '../ports/connector.ts';
import type { MailMarks, NewReport } from '../ports/mail-store.ts';
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

/** What goes into the same transaction beside what the messages say. */
export interface AlsoRead {
  readonly reports: readonly NewReport[];
  /** Null: it moves no reading on. */
  readonly mail: MailMarks | null;
}

const NOTHING: Ingested = { events: 0, conversationIds: [] };

/**
 * Commits what a read step says anew, in one transaction. Our own replies whose answer was lost are
 * recognised first: they become sent instead of appearing as somebody else's.
 */
export function ingestStep(
  inbox: Inbox,
  account: AccountRow,
  step: ReadStep,
  { arrivals, also }: { readonly arrivals: boolean; readonly also?: AlsoRead },
): Ingested {
  const { store, clock, ids, calls } = inbox;
  const own = bindOwnReplies(inbox, account, step.messages);
  const rest = { ...step, messages: step.messages.filter((one) => !own.ids.has(one.externalId)) };
  const known = gatherKnown(store, account.id, rest);
  const facts = newFacts({
    step: rest,
    known,
    account,
    actor: `connector:${account.channel}`,
    nowMs: clock.now(),
    newId: () => ids.next(),
    teamFor: (kind) => teamFor(account, kind, store),
  });
  const events = [...own.events, ...facts];
  const states = movedStates(store, account.id, step.messages);
  const isEmpty = events.length + step.setAside.length + step.posts.size + states.size === 0;
  const reports = also?.reports ?? [];
  if (isEmpty && reports.length === 0 && (also?.mail ?? null) === null) return NOTHING;
  const result = store.appendRead(events, {
    accountId: account.id,
    setAside: step.setAside,
    posts: step.posts,
    states,
    calls: calls.take(account.id),
    ...(also === undefined || also.mail === null ? {} : { mail: also.mail }),
    reports,
  });
  publishAppend(inbox.changes, result, arrivals);
  dropSettledImages(inbox, own.events);
  announceStates(inbox, known, states);
  return { events: result.events.length, conversationIds: result.conversationIds };
}

/** What the platform says now of messages beyond their words, where it is not what is stored. */
function movedStates(
  store: ReadableStore,
  accountId: string,
  messages: readonly ObservedMessage[],
): ReadonlyMap<string, PlatformState> {
  const said = messages.filter(({ state }) => state !== undefined);
  if (said.length === 0) return new Map();
  const stored = store.platformStates(
    accountId,
    said.map(({ externalId }) => externalId),
  );
  const moved = new Map<string, PlatformState>();
  for (const { externalId, state } of said) {
    if (state !== undefined && !isSame(state, stored.get(externalId))) moved.set(externalId, state);
  }
  return moved;
}

const isSame = (state: PlatformState, stored: PlatformState | undefined): boolean =>
  stored !== undefined &&
  state.canReply === stored.canReply &&
  state.canHide === stored.canHide &&
  state.canDelete === stored.canDelete &&
  state.canLike === stored.canLike &&
  state.canReplyPrivately === stored.canReplyPrivately &&
  state.likeCount === stored.likeCount &&
  state.liked === stored.liked;

/** What is shown of known messages has moved, without a fact. */
function announceStates(
  { changes }: Inbox,
  known: KnownFacts,
  states: ReadonlyMap<string, PlatformState>,
): void {
  const ids = new Set<string>();
  for (const { externalId, conversationId } of known.messages) {
    if (states.has(externalId)) ids.add(conversationId);
  }
  if (ids.size > 0) changes.publish({ type: 'conversations', ids: [...ids], arrivedIds: [] });
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
      distinct([...step.messages.map((message) => message.externalId), ...step.gone]),
    ),
    conversations: store.knownConversations(
      accountId,
      distinct(step.messages.map((message) => message.conversationExternalId)),
    ),
    contexts: store.knownContexts(
      accountId,
      distinct(step.contexts.map((context) => context.externalId)),
    ),
    under: new Map(step.gone.map((id) => [id, store.messagesUnder(accountId, id)])),
  };
}
