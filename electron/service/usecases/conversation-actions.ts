import type { ConversationProjection } from '../../../shared/domain/conversation/projection.ts';
import type { EventKind, EventPayloads, NewEvent } from '../../../shared/domain/event.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { agentActor, commit, type Inbox } from './inbox.ts';

/** The fact that `undo` takes back. */
export interface Done {
  readonly opId: string;
}

type ActionKind = EventKind & (`conversation.${string}` | 'note.added');

/** Gives the conversation to somebody, or to nobody. Errors: `not_found`. */
export const assign = (inbox: Inbox, id: string, assignee: string | null): Result<Done, AppError> =>
  act(inbox, id, 'conversation.assigned', { assignee });

/** Hands the conversation to another team, with a word why. Errors: `not_found` (either). */
export const handOver = (
  inbox: Inbox,
  id: string,
  to: { readonly teamId: string; readonly note: string | null },
): Result<Done, AppError> =>
  inbox.store.teams().some((team) => team.id === to.teamId)
    ? act(inbox, id, 'conversation.handed_over', to)
    : err(appError('not_found'));

/** Says that nobody owes an answer here. Errors: `not_found`. */
export const noAnswerNeeded = (inbox: Inbox, id: string): Result<Done, AppError> =>
  act(inbox, id, 'conversation.no_answer_needed', {});

/** Errors: `not_found`. */
export const close = (inbox: Inbox, id: string): Result<Done, AppError> =>
  act(inbox, id, 'conversation.closed', {});

/** Errors: `not_found`. */
export const reopen = (inbox: Inbox, id: string): Result<Done, AppError> =>
  act(inbox, id, 'conversation.reopened', {});

const UNDOABLE: readonly EventKind[] = [
  'conversation.assigned',
  'conversation.handed_over',
  'conversation.no_answer_needed',
  'conversation.closed',
  'conversation.reopened',
];

/** Takes a fact back as if it never was. Errors: `not_found`, `conflict` when it cannot be undone. */
export function undo(inbox: Inbox, id: string, opId: string): Result<Done, AppError> {
  const event = inbox.store.conversationEvents(id).find((one) => one.opId === opId);
  if (event === undefined) return err(appError('not_found'));
  if (!UNDOABLE.includes(event.kind)) return err(appError('conflict'));
  return act(inbox, id, 'conversation.undone', { opId });
}

/** Adds an internal note and lets go of the note that was being written. Errors: `not_found`, `text_empty`. */
export function addNote(inbox: Inbox, id: string, text: string): Result<Done, AppError> {
  if (text.trim() === '') return err(appError('text_empty'));
  const done = act(inbox, id, 'note.added', { noteId: inbox.ids.next(), text });
  if (done.ok && inbox.store.draft(id)?.mode === 'note') inbox.store.saveDraft(id, null);
  return done;
}

function act<K extends ActionKind>(
  inbox: Inbox,
  id: string,
  kind: K,
  payload: EventPayloads[K],
): Result<Done, AppError> {
  const conversation = inbox.store.conversation(id);
  if (conversation === null) return err(appError('not_found'));
  const { events } = commit(inbox, [fact(inbox, conversation, kind, payload)]);
  const [event] = events;
  if (event === undefined) throw new Error('An append returned no event.');
  return ok({ opId: event.opId });
}

/**
 * Dated after all that is here, even where our clock lags behind the platform's or was set back: a
 * decision is about what the person has seen, and never stands before it.
 */
function fact<K extends ActionKind>(
  inbox: Inbox,
  { row, activities }: ConversationProjection,
  kind: K,
  payload: EventPayloads[K],
): NewEvent {
  const afterActivities = activities.map(({ atMs }) => atMs + 1);
  const event = {
    kind,
    actor: agentActor(inbox),
    accountId: row.accountId,
    conversationId: row.id,
    happenedAtMs: Math.max(inbox.clock.now(), row.lastMessageAtMs, ...afterActivities),
    payload,
  };
  return event as NewEvent;
}
