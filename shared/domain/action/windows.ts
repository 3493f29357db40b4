import type { Message } from '../conversation/types.ts';

const HOUR_MS = 3_600_000;

/** A private reply is possible up to 7 days after the comment or post (facebook.md §4). */
export const PRIVATE_REPLY_WINDOW_MS = 7 * 24 * HOUR_MS;

/** Messages of any kind, after the person last wrote (facebook.md §4). */
export const MESSAGE_WINDOW_MS = 24 * HOUR_MS;

/** Messages that a person at the page writes by hand (the human agent tag). */
export const HUMAN_AGENT_WINDOW_MS = 7 * 24 * HOUR_MS;

/** How a private conversation stands: until when one may write, and as whom; null: not any more. */
export interface MessageWindow {
  /** UTC milliseconds; the instant itself is still inside. */
  readonly untilMs: number;
  /** Beyond the ordinary window: goes out as the answer of a person. */
  readonly humanAgent: boolean;
}

/** Returns the window that the newest message of the other side opened. */
export function messageWindow(
  messages: readonly Pick<Message, 'authorKind' | 'createdAtMs'>[],
  nowMs: number,
): MessageWindow | null {
  const lastMs = messages.reduce(
    (newest, { authorKind, createdAtMs }) =>
      authorKind === 'customer' || authorKind === 'other' ? Math.max(newest, createdAtMs) : newest,
    -Infinity,
  );
  if (nowMs <= lastMs + MESSAGE_WINDOW_MS) {
    return { untilMs: lastMs + MESSAGE_WINDOW_MS, humanAgent: false };
  }
  const untilMs = lastMs + HUMAN_AGENT_WINDOW_MS;
  return nowMs <= untilMs ? { untilMs, humanAgent: true } : null;
}
