import { announce } from '../lib/announce.ts';
import { clock } from '../lib/clock/clock.ts';
import { formatDuration } from '../lib/format/duration.ts';
import { t } from '../lib/i18n/i18n.ts';
import { returnText } from './draft-actions.ts';
import { select } from './selection.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';
import type { UndoEntry } from './undo.ts';
import { pruneSoon } from './prune.ts';

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
  update.undo(({ entries }) => ({ entries: [...entries, entry], error: null }));
  announce(
    t(entry.label, {
      name: entry.name,
      time: formatDuration(Math.ceil((entry.expiresAtMs - clock.now()) / 1_000) * 1_000),
    }),
  );
  watch();
}

const remove = (id: string): void =>
  update.undo(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) }));

/** Takes back the newest thing that can be taken back; the selection returns to it. */
export async function undoLast(): Promise<void> {
  const entry = appState().undo.entries.at(-1);
  if (entry === undefined) return;
  remove(entry.id);
  const { conversationId, id, kind } = entry;
  const answer = await (kind === 'reply'
    ? ask((service) => service.reply.cancel({ outboxId: id }))
    : ask((service) => service.conversation.undo({ id: conversationId, opId: id })));
  if (!answer.ok) return update.undo(() => ({ error: answer.error.code }));
  if (kind === 'reply') returnText(conversationId, entry.text);
  select(conversationId);
}

/** The pointer is over the slot: nothing leaves, and the bar stands still. */
export function holdUndo(): void {
  if (appState().undo.heldSinceMs !== null) return;
  update.undo(() => ({ heldSinceMs: clock.now() }));
  for (const entry of appState().undo.entries) {
    if (entry.kind === 'reply') {
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

/** The service says when a reply leaves now; an action's time is the page's own. */
async function letGo(entry: UndoEntry, heldMs: number): Promise<UndoEntry> {
  const later = { ...entry, expiresAtMs: entry.expiresAtMs + heldMs };
  if (entry.kind === 'action') return later;
  const answer = await ask((service) => service.reply.hold({ outboxId: entry.id, held: false }));
  return answer.ok ? { ...entry, expiresAtMs: answer.value.notBeforeMs } : later;
}

/** Puts away what was said about an undo or a decision that did not work. */
export const forgetUndoError = (): void => update.undo(() => ({ error: null }));
