import { tellNews } from './outbox-news.ts';
import { withDetail } from './records.ts';
import { seedDraft, saveDraft } from './draft-actions.ts';
import { loadMailHabits } from './compose-mail.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';

/** How long a conversation must have been looked at to count as read. */
const READ_AFTER_MS = 800;
/** Holding J down should not read every conversation on the way. */
const OPEN_AFTER_MS = 60;

let openTimer = 0;
let readTimer = 0;
/** Marked unread by hand while selected: looking at it longer does not undo that. */
let keptUnreadId: string | null = null;

/** Reads a conversation whole; what was known of it stays on the screen meanwhile. */
export async function loadConversation(id: string): Promise<void> {
  const answer = await ask((service) => service.conversation.get({ id }));
  if (!answer.ok) {
    if (answer.error.code === 'not_found') forget(id);
    return;
  }
  const before = appState().records.details[id];
  update.records((records) => withDetail(records, answer.value));
  if (appState().inbox.selectedId === id) tellNews(before, answer.value);
  seedDraft(id, answer.value);
  if (before === undefined && answer.value.summary.kind === 'email') void loadMailHabits();
  // What came in while one was looking has been seen, too.
  if (appState().inbox.selectedId === id && document.visibilityState === 'visible') readSoon(id);
}

function forget(id: string): void {
  update.inbox(({ ids, selectedId }) => ({
    ids: ids.filter((other) => other !== id),
    selectedId: selectedId === id ? null : selectedId,
  }));
}

/**
 * Selects a conversation and shows it; null shows none. What was typed in the last one is saved.
 * `afterMs`: how long it must stay selected before it is read.
 */
export function select(id: string | null, afterMs = 0): void {
  const { selectedId } = appState().inbox;
  if (selectedId === id) return;
  keptUnreadId = null;
  if (selectedId !== null) void saveDraft(selectedId);
  update.inbox(() => ({ selectedId: id }));
  update.thread(() => ({ messageId: null, menu: null }));
  window.clearTimeout(openTimer);
  window.clearTimeout(readTimer);
  if (id === null) return;
  openTimer = window.setTimeout(() => void loadConversation(id), afterMs);
}

function readSoon(id: string): void {
  window.clearTimeout(readTimer);
  readTimer = window.setTimeout(() => {
    const stays = appState().inbox.selectedId === id && keptUnreadId !== id;
    if (stays) void markRead(id, false);
  }, READ_AFTER_MS);
}

/** Marks a conversation read or unread, at once and without undo: it is its own opposite. */
export async function markRead(id: string, unread: boolean): Promise<void> {
  window.clearTimeout(readTimer);
  if (unread) keptUnreadId = id;
  const row = appState().records.conversations[id];
  if (row === undefined || row.unread === unread) return;
  const show = (value: boolean): void =>
    update.records(({ conversations }) => {
      const current = conversations[id];
      if (current === undefined) return {};
      return { conversations: { ...conversations, [id]: { ...current, unread: value } } };
    });
  show(unread);
  const answer = await ask((service) => service.conversation.markRead({ id, unread }));
  if (!answer.ok) show(!unread);
}

/** Moves the selection by `step` rows; stops at both ends. */
export function moveSelection(step: number): void {
  const { ids, selectedId } = appState().inbox;
  const index = selectedId === null ? -1 : ids.indexOf(selectedId);
  const next = ids[Math.min(ids.length - 1, Math.max(0, index + step))];
  if (next !== undefined) select(next, OPEN_AFTER_MS);
}

/** Selects the row below `id` that still waits, else the one above; stays when there is none. */
export function selectNextTo(id: string): void {
  const { inbox, undo } = appState();
  if (inbox.selectedId !== id) return;
  const leaving = new Set(
    undo.entries.filter((entry) => entry.leaves).map((entry) => entry.conversationId),
  );
  const index = inbox.ids.indexOf(id);
  if (index < 0) return;
  const below = inbox.ids.slice(index + 1);
  const above = inbox.ids.slice(0, index).toReversed();
  const next = [...below, ...above].find((other) => other !== id && !leaving.has(other));
  if (next !== undefined) select(next);
}
