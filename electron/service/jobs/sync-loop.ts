import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { ReadPlan } from '../ports/connector.ts';
import type { AccountRow } from '../ports/store.ts';
import { hasOpenGap } from '../usecases/coverage.ts';
import type { Inbox } from '../usecases/inbox.ts';
import { askedWaitMs } from '../usecases/retry.ts';
import { syncAccount } from '../usecases/sync-account.ts';
import type { Scheduler } from './scheduler.ts';

const MINUTE_MS = 60_000;

/** How often what is read (facebook.md §5): cost per day and page stays below the smallest allowance. */
export const SYNC_PACE = {
  indexMs: MINUTE_MS,
  practiceIndexMs: 5_000,
  /** Finds comments on old posts. */
  deepIndexMs: 12 * MINUTE_MS,
  /** Finds edits and what vanished. */
  completeMs: 24 * 60 * MINUTE_MS,
  /** After a failure, doubling up to this. */
  longestWaitMs: 15 * MINUTE_MS,
  /** A part that fails again and again is still tried this often. */
  longestRepairMs: 4 * 60 * MINUTE_MS,
  /** When the platform throttles and does not say for how long. */
  throttleMs: 15 * MINUTE_MS,
  jitter: 0.1,
} as const;

/** What the loop remembers of an account; everything else is in the store. */
interface Track {
  readonly account: AccountRow;
  /** Reads that failed as a whole, in a row. */
  failures: number;
  /** Complete reads in a row of which a part failed, and when the next is due. */
  repairs: number;
  repairAtMs: number;
  lastDeepAtMs: number;
  lastCompleteAtMs: number;
  /** Somebody asked for everything. */
  wanted: boolean;
  busy: boolean;
}

/** A read that went through. */
interface Read {
  readonly depth: ReadPlan['depth'];
  readonly startedAtMs: number;
  readonly complete: boolean;
}

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
  #asleep = false;
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
    this.#asleep = true;
  }

  /** What happened meanwhile is read at once. */
  resume(): void {
    this.#asleep = false;
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
    this.#inbox.nextReads.set(track.account.id, atMs);
    this.#scheduler.plan(keyOf(track.account.id), atMs, () => this.#read(track));
  }

  async #read(track: Track): Promise<void> {
    if (this.#asleep || !this.#inbox.network.online) return this.#rest(track);
    const startedAtMs = this.#inbox.clock.now();
    const depth = this.#depthFor(track, startedAtMs);
    const { id } = track.account;
    track.busy = true;
    track.wanted = false;
    try {
      const report = await syncAccount(this.#inbox, id, { depth, signal: this.#signal });
      if (report.ok) this.#noteRead(track, { depth, startedAtMs, complete: report.value.complete });
      else track.failures += 1;
      this.#plan(track, this.#nextAtMs(track, report.ok ? null : report.error));
    } finally {
      track.busy = false;
    }
  }

  /** A part that cannot be read must not hold up the rest: it is tried again ever more rarely. */
  #noteRead(track: Track, read: Read): void {
    track.failures = 0;
    if (read.depth !== 'index') track.lastDeepAtMs = read.startedAtMs;
    if (read.depth !== 'complete') return;
    track.repairs = read.complete ? 0 : track.repairs + 1;
    if (read.complete) track.lastCompleteAtMs = read.startedAtMs;
    const pauseMs = Math.min(
      SYNC_PACE.longestRepairMs,
      MINUTE_MS * 2 ** Math.min(10, track.repairs),
    );
    track.repairAtMs = read.complete ? 0 : this.#inbox.clock.now() + pauseMs;
  }

  /** Offline or asleep: a stretch that is not read. Whoever wakes us plans the next read. */
  #rest(track: Track): void {
    const { store, clock, network } = this.#inbox;
    const { id } = track.account;
    const fromMs = store.health(id).lastReadAtMs;
    if (!network.online && fromMs !== null) {
      store.openGap({ accountId: id, fromMs, toMs: null, reason: 'offline' });
      this.#inbox.changes.publish({ type: 'accounts', ids: [id] });
    }
    this.#plan(track, clock.now() + SYNC_PACE.longestWaitMs);
  }

  #depthFor(track: Track, nowMs: number): ReadPlan['depth'] {
    const never = this.#inbox.store.health(track.account.id).lastReadAtMs === null;
    const old = nowMs - track.lastCompleteAtMs >= SYNC_PACE.completeMs;
    const lacking = never || old || hasOpenGap(this.#inbox, track.account.id);
    if (track.wanted || (lacking && nowMs >= track.repairAtMs)) return 'complete';
    return nowMs - track.lastDeepAtMs >= SYNC_PACE.deepIndexMs ? 'deep_index' : 'index';
  }

  #nextAtMs(track: Track, failure: AppError | null): number {
    const nowMs = this.#inbox.clock.now();
    if (track.wanted) return nowMs;
    return nowMs + this.#jittered(waitMs(track, failure));
  }

  #jittered(delayMs: number): number {
    return Math.round(delayMs * (1 + SYNC_PACE.jitter * (2 * this.#inbox.random() - 1)));
  }
}

const keyOf = (accountId: string): string => `sync/${accountId}`;

/** A program that just started has read nothing to its end: the first read is a complete one. */
const newTrack = (account: AccountRow): Track => ({
  account,
  failures: 0,
  repairs: 0,
  repairAtMs: 0,
  lastDeepAtMs: -Infinity,
  lastCompleteAtMs: -Infinity,
  wanted: false,
  busy: false,
});

function waitMs(track: Track, failure: AppError | null): number {
  const usualMs = track.account.practice ? SYNC_PACE.practiceIndexMs : SYNC_PACE.indexMs;
  if (failure === null) return usualMs;
  if (failure.code === 'throttled') return askedWaitMs(failure) ?? SYNC_PACE.throttleMs;
  return Math.min(SYNC_PACE.longestWaitMs, usualMs * 2 ** Math.min(10, track.failures));
}
