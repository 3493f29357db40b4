import type { AbilityReason } from '../../shared/domain/action/types.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import { announce } from '../lib/announce.ts';
import { clock } from '../lib/clock/clock.ts';
import { formatDuration } from '../lib/format/duration.ts';
import { t } from '../lib/i18n/i18n.ts';
import { draftOf, returnReply, saveDraft } from './draft-actions.ts';
import { openEdit } from './edit-actions.ts';
import { attachImage } from './image-actions.ts';
import { takeOutboxItem } from './outbox-items.ts';
import { loadConversation, select } from './selection.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';
import { pruneSoon } from './prune.ts';
import type { DoneAtOnce, UndoEntry } from './undo.ts';

/** Nothing of it waits in the outbox. */
const isDone = (what: UndoEntry['what']): what is DoneAtOnce =>
  what === 'conversation' || what === 'customer';

let stopClock: (() => void) | null = null;

/** Drops what can no longer be taken back; returns when the next one goes. */
function expire(nowMs: number): number | null {
  const { entries, heldSinceMs } = appState().undo;
  if (heldSinceMs !== null) return null;
  const left = entries.filter((entry) => entry.expiresAtMs > nowMs);
  if (left.length < entries.length) {
    update.undo(() => ({ entries: left }));
    pruneSoon();
  }
  return left.length === 0 ? null : Math.min(...left.map((entry) => entry.expiresAtMs));
}

function watch(): void {
  stopClock?.();
  stopClock = clock.subscribe(expire);
}

/** Shows something in the undo slot until it can no longer be taken back. */
export function offerUndo(entry: UndoEntry): void {
  update.undo(({ entries }) => ({
    entries: [...entries, entry],
    refusal: null,
    error: null,
  }));
  announce(
    t(entry.label, {
      name: entry.name,
      time: formatDuration(Math.ceil((entry.expiresAtMs - clock.now()) / 1_000) * 1_000),
    }),
  );
  watch();
}

/** Nothing more is offered for this: it was taken back, or decided otherwise. */
export const forgetUndo = (id: string): void =>
  update.undo(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) }));

/** What was written returns to where it was written. */
function giveBack({ conversationId, returned }: UndoEntry): void {
  if (returned?.kind === 'reply') {
    const { image } = returned.reply;
    returnReply(conversationId, returned.reply);
    // Another one that was chosen meanwhile stays.
    if (image !== null && draftOf(conversationId).image === null) {
      void attachImage(conversationId, image.file);
    }
  }
  if (returned?.kind === 'edit') openEdit(returned.messageId, returned.text);
}

async function takeBack(entry: UndoEntry): Promise<AppError | null> {
  const { conversationId, id, what } = entry;
  if (isDone(what)) {
    const done = await ask((service) =>
      what === 'customer'
        ? service.customers.undo({ opId: id })
        : service.conversation.undo({ id: conversationId, opId: id }),
    );
    return done.ok ? null : done.error;
  }
  // What was begun since must be known there: both become one draft.
  const isKept = entry.returned?.kind === 'kept';
  if (isKept) await saveDraft(conversationId);
  const answer = await ask((service) => service.reply.cancel({ outboxId: id }));
  if (!answer.ok) return answer.error;
  takeOutboxItem(answer.value);
  if (isKept) await loadConversation(conversationId);
  giveBack(entry);
  return null;
}

/** Takes back the newest thing that can be taken back; the selection returns to it. */
export async function undoLast(): Promise<void> {
  const entry = appState().undo.entries.at(-1);
  if (entry === undefined) return;
  forgetUndo(entry.id);
  const error = await takeBack(entry);
  if (error !== null) return update.undo(() => ({ error: error.code }));
  select(entry.conversationId);
}

/** The pointer is over the slot: nothing leaves, and the bar stands still. */
export function holdUndo(): void {
  if (appState().undo.heldSinceMs !== null) return;
  update.undo(() => ({ heldSinceMs: clock.now() }));
  for (const entry of appState().undo.entries) {
    if (!isDone(entry.what)) {
      void ask((service) => service.reply.hold({ outboxId: entry.id, held: true }));
    }
  }
}

/** The pointer has left: time goes on from where it stood. */
export async function releaseUndo(): Promise<void> {
  const { heldSinceMs, entries } = appState().undo;
  if (heldSinceMs === null) return;
  const heldMs = clock.now() - heldSinceMs;
  const moved = await Promise.all(entries.map((entry) => letGo(entry, heldMs)));
  const byId = new Map(moved.map((entry) => [entry.id, entry]));
  update.undo((undo) => ({
    heldSinceMs: null,
    entries: undo.entries.map((entry) => byId.get(entry.id) ?? entry),
  }));
  watch();
}

/** The service says when something leaves now; the time of what is done is the page's own. */
async function letGo(entry: UndoEntry, heldMs: number): Promise<UndoEntry> {
  const later = { ...entry, expiresAtMs: entry.expiresAtMs + heldMs };
  if (isDone(entry.what)) return later;
  const answer = await ask((service) => service.reply.hold({ outboxId: entry.id, held: false }));
  return answer.ok ? { ...entry, expiresAtMs: answer.value.notBeforeMs } : later;
}

/** Says why what was asked for cannot be done. */
export function refuse(refusal: AbilityReason): void {
  update.undo(() => ({ refusal, error: null }));
}

/** Puts away what was said about something that did not work or cannot be done. */
export const forgetUndoError = (): void => update.undo(() => ({ refusal: null, error: null }));
