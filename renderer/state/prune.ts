import { clock } from '../lib/clock/clock.ts';
import { agentName } from './inbox-load.ts';
import { belongs } from './membership.ts';
import { appState, update } from './store.ts';

/** A row that has left its view stays greyed this long, so that one sees what became of it. */
const LINGER_MS = 6_000;

let timer = 0;
let held = false;

/** Whether the pointer is over the list. */
export const isListHeld = (): boolean => held;

/** While the pointer is over the list no row goes away under it. */
export function holdList(isOver: boolean): void {
  held = isOver;
  if (!isOver) pruneSoon();
}

/** Takes rows that have left the view out of the list, in a while. */
export function pruneSoon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (!held) prune();
  }, LINGER_MS);
}

function prune(): void {
  const { inbox, records, undo } = appState();
  const context = { agent: agentName(), nowMs: clock.now() };
  const kept = new Set(undo.entries.map((entry) => entry.conversationId));
  const ids = inbox.ids.filter((id) => {
    const row = records.conversations[id];
    if (row === undefined || id === inbox.selectedId || kept.has(id)) return true;
    return belongs(row, inbox, context) !== false;
  });
  if (ids.length < inbox.ids.length) update.inbox(() => ({ ids }));
}
