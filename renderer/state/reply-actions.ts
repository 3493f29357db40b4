import type { ConversationDetail } from '../../shared/contract/schemas.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import { clock } from '../lib/clock/clock.ts';
import { focusPane } from '../lib/panes.ts';
import { clearDraft, draftOf, putDraft, returnText } from './draft-actions.ts';
import { refreshCounts } from './inbox-load.ts';
import { loadConversation, selectNextTo } from './selection.ts';
import { ask, type Answers } from './service.ts';
import { appState, update } from './store.ts';
import { offerUndo } from './undo-actions.ts';

type Queued = Answers['reply']['queue'];

/** Longest public reply, in UTF-16 units: Facebook's limit for a comment. */
export const MAX_REPLY_LENGTH = 8_000;

/** Whether what is written in a conversation may be handed over. */
export function canSend(id: string): boolean {
  const { text, mode, sending } = draftOf(id);
  const fits = mode === 'note' || text.length <= MAX_REPLY_LENGTH;
  return text.trim() !== '' && fits && !sending && appState().records.details[id] !== undefined;
}

/** Sends what is written: a public reply into the outbox, a note into the conversation. */
export async function send(id: string, closeAfter: boolean): Promise<void> {
  if (!canSend(id)) return;
  putDraft(id, { sending: true, error: null });
  await (draftOf(id).mode === 'note' ? addNote(id) : queueReply(id, closeAfter));
}

async function addNote(id: string): Promise<void> {
  const { text } = draftOf(id);
  const answer = await ask((service) => service.conversation.note({ id, text }));
  if (!answer.ok) return putDraft(id, { sending: false, error: answer.error.code });
  clearDraft(id);
  void ask((service) => service.conversation.saveDraft({ id, text: '', mode: 'public' }));
  putDraft(id, { mode: 'public' });
  await loadConversation(id);
}

/** The newest message on the screen: a newer one at the page stops the reply and asks. */
const seenThrough = (detail: ConversationDetail): number =>
  Math.max(0, ...detail.messages.map((message) => message.createdAtMs));

async function queueReply(id: string, closeAfter: boolean): Promise<void> {
  const { text, mode } = draftOf(id);
  const visibility = mode === 'private' ? 'private' : 'public';
  const detail = appState().records.details[id];
  if (detail === undefined) return;
  const before = new Set(detail.outbox.map((item) => item.id));
  const seenThroughMs = seenThrough(detail);
  const answer = await ask((service) =>
    service.reply.queue({ conversationId: id, text, seenThroughMs, closeAfter, visibility }),
  );
  if (answer.ok) return queued(id, answer.value);
  await notQueued(id, answer.error, before);
}

function queued(id: string, item: Queued): void {
  clearDraft(id);
  offerUndo({
    id: item.id,
    kind: 'reply',
    conversationId: id,
    label: 'undo.reply',
    name: appState().records.conversations[id]?.author.name ?? '',
    text: item.text,
    expiresAtMs: Math.max(item.notBeforeMs, clock.now()),
  });
  void loadConversation(id);
  void refreshCounts();
  selectNextTo(id);
  // The field that had the focus belongs to the conversation that was just left.
  focusPane('list');
}

/**
 * The text stays in the composer. When the service went away with the reply in its hands, only a
 * look can tell whether it is in the outbox: then it is not written twice.
 */
async function notQueued(id: string, error: AppError, before: ReadonlySet<string>): Promise<void> {
  if (error.code === 'unknown_outcome') {
    await loadConversation(id);
    const { text } = draftOf(id);
    const outbox = appState().records.details[id]?.outbox ?? [];
    const arrived = outbox.find((item) => item.text === text && !before.has(item.id));
    if (arrived !== undefined) return queued(id, arrived);
  }
  const code = error.code === 'unknown_outcome' ? 'service_restarting' : error.code;
  putDraft(id, { sending: false, error: code });
}

/** A person's decision on a reply that stopped. Dropped text returns to the composer. */
export async function resolveReply(
  item: { readonly id: string; readonly conversationId: string; readonly text: string },
  decision: 'send_again' | 'drop' | 'was_sent',
): Promise<void> {
  const answer = await ask((service) => service.reply.resolve({ outboxId: item.id, decision }));
  if (!answer.ok) return update.undo(() => ({ error: answer.error.code }));
  if (decision === 'drop') returnText(item.conversationId, item.text);
  await loadConversation(item.conversationId);
  void refreshCounts();
}

/** Takes a waiting reply back to write on; its text returns to the composer. */
export async function editQueued(item: {
  readonly id: string;
  readonly conversationId: string;
  readonly text: string;
}): Promise<void> {
  const answer = await ask((service) => service.reply.cancel({ outboxId: item.id }));
  if (!answer.ok) return update.undo(() => ({ error: answer.error.code }));
  update.undo(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== item.id) }));
  returnText(item.conversationId, item.text);
  await loadConversation(item.conversationId);
}
