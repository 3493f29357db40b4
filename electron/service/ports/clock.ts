/** Time and ids come in through here, so that every test can hold them. */
export interface Clock {
  /** UTC milliseconds of the wall clock. */
  now(): number;
  /** Milliseconds that never go back; for intervals and leases only. */
  monotonic(): number;
  /** Runs `task` once after `delayMs`; returns the way to take it back. */
  after(delayMs: number, task: () => void): () => void;
}

/** Makes UUIDv7 ids. */
export interface Ids {
  next(): string;
}
