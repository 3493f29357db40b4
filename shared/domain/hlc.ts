/**
 * A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): instants that never go
 * back, stay near the wall clock and order causes before effects on every machine. Written as
 * `ms:counter:node`, each part of fixed width, so that text order is clock order.
 */
export interface Hlc {
  /** UTC milliseconds. */
  readonly ms: number;
  /** Distinguishes facts of the same millisecond. */
  readonly counter: number;
}

/** A foreign clock further ahead than this is not believed (the team's change log refuses it too). */
export const MAX_AHEAD_MS = 60_000;

const MS_DIGITS = 16;
const COUNTER_DIGITS = 5;
const NODE_LENGTH = 16;
const MAX_COUNTER = 10 ** COUNTER_DIGITS - 1;

/** The clock of a machine that has stamped nothing yet. */
export const HLC_ZERO: Hlc = { ms: 0, counter: 0 };

/** Returns `node` in the fixed width of the text form: lower-case letters and digits, 16 of them. */
export const hlcNode = (node: string): string =>
  node
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .slice(-NODE_LENGTH)
    .padStart(NODE_LENGTH, '0');

/** Returns the text form; `node` must come from {@link hlcNode}. */
export const formatHlc = (clock: Hlc, node: string): string =>
  `${String(clock.ms).padStart(MS_DIGITS, '0')}:${String(clock.counter).padStart(COUNTER_DIGITS, '0')}:${node}`;

/** Reads the text form; null when it is not one. */
export function parseHlc(text: string): (Hlc & { readonly node: string }) | null {
  const parts = /^(\d{16}):(\d{5}):([0-9a-z]{16})$/.exec(text);
  if (parts === null) return null;
  return { ms: Number(parts[1]), counter: Number(parts[2]), node: parts[3] ?? '' };
}

const step = (clock: Hlc): Hlc =>
  clock.counter < MAX_COUNTER
    ? { ms: clock.ms, counter: clock.counter + 1 }
    : { ms: clock.ms + 1, counter: 0 };

/**
 * The clock for a new fact of our own: the wall clock where it moved on, else the last instant with
 * the counter raised. A wall clock that was set back never takes ours back with it.
 */
export const sendHlc = (last: Hlc, nowMs: number): Hlc =>
  nowMs > last.ms ? { ms: nowMs, counter: 0 } : step(last);

/**
 * The clock after a foreign fact arrived: later than both. A foreign instant more than
 * {@link MAX_AHEAD_MS} ahead of our wall clock is clamped to that bound first: one machine with a
 * wrong clock must not drag every other one into the future.
 */
export function receiveHlc(last: Hlc, foreign: Hlc, nowMs: number): Hlc {
  const bound = nowMs + MAX_AHEAD_MS;
  const seen = foreign.ms > bound ? { ms: bound, counter: 0 } : foreign;
  const newest = compareHlc(seen, last) > 0 ? seen : last;
  return sendHlc(newest, nowMs);
}

/** Orders two clocks, earlier first. */
export const compareHlc = (a: Hlc, b: Hlc): number => a.ms - b.ms || a.counter - b.counter;
