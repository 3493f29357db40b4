import type { Inbox } from '../usecases/inbox.ts';
import { AccountReader } from './account-reader.ts';
import { MailboxReader } from './mailbox-reader.ts';
import type { Reader } from './reader.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * A machine that still works this long after it said that it would sleep does not sleep: its word
 * that it woke has been lost.
 */
const ASLEEP_AT_MOST_MS = 5 * 60_000;

/** Reads every account, each by its own plan; waits while offline or asleep. */
export class SyncLoop {
  readonly #inbox: Inbox;
  readonly #scheduler: Scheduler;
  readonly #signal: AbortSignal;
  readonly #readers = new Map<string, Reader>();
  readonly #stops: (() => void)[] = [];
  /** By the clock that stands still in sleep; null while awake. */
  #asleepSinceMs: number | null = null;
  #running = false;

  constructor(inbox: Inbox, scheduler: Scheduler, signal: AbortSignal) {
    this.#inbox = inbox;
    this.#scheduler = scheduler;
    this.#signal = signal;
  }

  start(): void {
    this.#running = true;
    this.#stops.push(
      this.#inbox.changes.listen((change) => {
        if (change.type === 'accounts' || change.type === 'everything') this.#follow();
      }),
      this.#inbox.network.listen((online) => {
        if (online) for (const reader of this.#readers.values()) reader.readSoon('offline');
      }),
    );
    this.#follow();
  }

  /** Begins nothing more; resolves when the reads under way have ended, cut or not. */
  async close(): Promise<void> {
    this.#running = false;
    for (const stop of this.#stops) stop();
    await Promise.all([...this.#readers.values()].map((reader) => reader.stop()));
  }

  /** Reads everything of an account now, or as soon as the read under way has ended. */
  syncNow(accountId: string): void {
    this.#readers.get(accountId)?.wantAll();
  }

  suspend(): void {
    this.#asleepSinceMs = this.#inbox.clock.monotonic();
  }

  /** What happened meanwhile is read at once. */
  resume(): void {
    this.#asleepSinceMs = null;
    for (const reader of this.#readers.values()) reader.readSoon('asleep');
  }

  /** Takes up new accounts and lets go of removed ones. */
  #follow(): void {
    if (!this.#running) return;
    const accounts = new Set(this.#inbox.store.accounts().map(({ id }) => id));
    for (const [id, reader] of this.#readers) {
      if (accounts.has(id)) continue;
      this.#readers.delete(id);
      void reader.stop();
    }
    for (const id of accounts) {
      const known = this.#readers.get(id);
      if (known === undefined) this.#takeUp(id);
      else known.follow();
    }
  }

  #takeUp(accountId: string): void {
    const isMailbox = this.#inbox.store.account(accountId)?.channel === 'email';
    const Kind = isMailbox ? MailboxReader : AccountReader;
    const reader = new Kind(this.#inbox, accountId, {
      scheduler: this.#scheduler,
      signal: this.#signal,
      isAsleep: () => this.#isAsleep(),
    });
    this.#readers.set(accountId, reader);
    reader.start();
  }

  #isAsleep(): boolean {
    if (this.#asleepSinceMs === null) return false;
    return this.#inbox.clock.monotonic() - this.#asleepSinceMs < ASLEEP_AT_MOST_MS;
  }
}
