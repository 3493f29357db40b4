import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import type { ReadPlan } from '../ports/connector.ts';
import { beginGap, hasOpenGap } from '../usecases/coverage.ts';
import type { Inbox } from '../usecases/inbox.ts';
import { hasWayTo } from '../usecases/network.ts';
import { syncAccount } from '../usecases/sync-account.ts';
import type { Scheduler } from './scheduler.ts';
import { depthFor, newTrack, noteRead, SYNC_PACE, waitMs, type Track } from './sync-pace.ts';

/**
 * A machine that still works this long after it said that it would sleep does not sleep: its word
 * that it woke has been lost.
 */
const ASLEEP_AT_MOST_MS = 5 * 60_000;

/**
 * Reads every account again and again: the newest often, all posts now and then, everything once a
 * day and after a gap. Waits while offline or asleep and holds where the platform asks for it.
 */
export class SyncLoop {
  readonly #inbox: Inbox;
  readonly #scheduler: Scheduler;
  readonly #signal: AbortSignal;
  readonly #tracks = new Map<string, Track>();
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
        if (online) this.#readAllSoon();
      }),
    );
    this.#follow();
  }

  close(): void {
    this.#running = false;
    for (const stop of this.#stops) stop();
    for (const id of this.#tracks.keys()) this.#scheduler.cancel(keyOf(id));
  }

  /** Reads everything of an account now, or as soon as the read under way has ended. */
  syncNow(accountId: string): void {
    const track = this.#tracks.get(accountId);
    if (track === undefined) return;
    track.wanted = true;
    if (!track.busy) this.#plan(track, this.#inbox.clock.now());
  }

  suspend(): void {
    this.#asleepSinceMs = this.#inbox.clock.monotonic();
  }

  /** What happened meanwhile is read at once. */
  resume(): void {
    this.#asleepSinceMs = null;
    this.#readAllSoon();
  }

  /** Takes up new accounts and lets go of removed ones. */
  #follow(): void {
    if (!this.#running) return;
    const accounts = new Map(this.#inbox.store.accounts().map((one) => [one.id, one]));
    for (const id of this.#tracks.keys()) if (!accounts.has(id)) this.#letGo(id);
    for (const account of accounts.values()) {
      if (this.#tracks.has(account.id)) continue;
      const track = newTrack(account);
      this.#tracks.set(account.id, track);
      this.#plan(track, this.#inbox.clock.now());
    }
  }

  #letGo(accountId: string): void {
    this.#tracks.delete(accountId);
    this.#scheduler.cancel(keyOf(accountId));
    this.#inbox.nextReads.delete(accountId);
  }

  #readAllSoon(): void {
    for (const track of this.#tracks.values()) {
      track.failures = 0;
      track.wanted ||= hasOpenGap(this.#inbox, track.account.id);
      if (!track.busy) this.#plan(track, this.#inbox.clock.now());
    }
  }

  #plan(track: Track, atMs: number): void {
    if (!this.#running || !this.#tracks.has(track.account.id)) return;
    this.#inbox.nextReads.set(track.account.id, new Map([['posts', atMs]]));
    this.#scheduler.plan(keyOf(track.account.id), atMs, () => this.#read(track));
  }

  async #read(track: Track): Promise<void> {
    if (this.#isAsleep() || !hasWayTo(this.#inbox, track.account.id)) return this.#rest(track);
    const { clock } = this.#inbox;
    const startedAtMs = clock.now();
    const depth = this.#depthFor(track, startedAtMs);
    const { id } = track.account;
    track.busy = true;
    track.wanted = false;
    let failure: AppError | null = appError('internal');
    try {
      const report = await syncAccount(this.#inbox, id, { depth, signal: this.#signal });
      failure = report.ok ? null : report.error;
      const complete = report.ok && report.value.complete;
      noteRead(track, { depth, startedAtMs, endedAtMs: clock.now(), failure, complete });
    } finally {
      // Whatever happened, a bug of ours included: the account is read again.
      track.busy = false;
      this.#plan(track, this.#nextAtMs(track, failure));
    }
  }

  #isAsleep(): boolean {
    if (this.#asleepSinceMs === null) return false;
    return this.#inbox.clock.monotonic() - this.#asleepSinceMs < ASLEEP_AT_MOST_MS;
  }

  /** Offline or asleep: a stretch that is not read. Whoever wakes us plans the next read. */
  #rest(track: Track): void {
    const { store, clock } = this.#inbox;
    const { id } = track.account;
    const fromMs = store.health(id).lastReadAtMs;
    if (!hasWayTo(this.#inbox, id) && fromMs !== null) {
      beginGap(this.#inbox, id, fromMs, appError('offline'));
      this.#inbox.changes.publish({ type: 'accounts', ids: [id] });
    }
    this.#plan(track, clock.now() + SYNC_PACE.longestWaitMs);
  }

  #depthFor(track: Track, nowMs: number): ReadPlan['depth'] {
    const { id } = track.account;
    const never = this.#inbox.store.health(id).lastReadAtMs === null;
    return depthFor(track, never || hasOpenGap(this.#inbox, id), nowMs);
  }

  #nextAtMs(track: Track, failure: AppError | null): number {
    const nowMs = this.#inbox.clock.now();
    if (track.wanted) return nowMs;
    const random = this.#inbox.random();
    // Never sooner than the platform asked.
    const spread = failure?.code === 'throttled' ? random : 2 * random - 1;
    return nowMs + Math.round(waitMs(track, failure) * (1 + SYNC_PACE.jitter * spread));
  }
}

const keyOf = (accountId: string): string => `sync/${accountId}`;
