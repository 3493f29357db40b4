import {
  planOf,
  type AccountMemory,
  type Errand,
  type Planned,
} from '../../../shared/domain/source/plan.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import { appError, type AppError, type ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { AccountRow } from '../ports/store.ts';
import { stopsToken } from '../usecases/account-health.ts';
import { coveredBy, noteAbsence } from '../usecases/coverage.ts';
import { attempt, type Inbox } from '../usecases/inbox.ts';
import { hasWayTo } from '../usecases/network.ts';
import { readWaiting, type ReadAnew } from '../usecases/read-waiting.ts';
import { syncSource } from '../usecases/sync-source.ts';
import { checkToken } from '../usecases/token.ts';
import { AccountTrack } from './account-memory.ts';
import type { Reader, ReaderOptions } from './reader.ts';
import { SleepWatch } from './sleep-watch.ts';

const MINUTE_MS = 60_000;
/** It is looked at least this often what should have been read by now. */
const LONGEST_REST_MS = MINUTE_MS;
/** When the token could not be asked for another reason than itself. */
const TOKEN_AGAIN_MS = 15 * MINUTE_MS;

/** What goes to the end of something takes long; what is read often must not wait for it. */
type Hand = 'quick' | 'long';

const handOf = (errand: Errand): Hand =>
  errand.kind === 'source' && errand.depth !== 'index' ? 'long' : 'quick';

/**
 * Reads one account as its plan says, again and again. Two errands at most are under way, one of them
 * a long one; their requests take turns, so that the platform meets one at a time.
 */
export class AccountReader implements Reader {
  readonly #inbox: Inbox;
  readonly #id: string;
  readonly #options: ReaderOptions;
  readonly #track: AccountTrack;
  readonly #sleep: SleepWatch;
  readonly #readAnew: ReadAnew = new Map();
  readonly #hands = new Map<Hand, Promise<void>>();
  #planned: AccountRow | null = null;
  #stopped = false;

  constructor(inbox: Inbox, accountId: string, options: ReaderOptions) {
    this.#inbox = inbox;
    this.#id = accountId;
    this.#options = options;
    this.#track = new AccountTrack(inbox);
    this.#sleep = new SleepWatch(inbox.clock);
  }

  start(): void {
    this.#missed('not_running');
    this.#plan();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#options.scheduler.cancel(this.#key);
    this.#inbox.nextReads.delete(this.#id);
    await Promise.all(this.#hands.values());
    this.#inbox.calls.forget(this.#id);
  }

  follow(): void {
    if (this.#account() !== this.#planned) this.#plan();
  }

  /** The token is asked first. */
  wantAll(): void {
    const account = this.#account();
    if (account !== null) this.#track.wantAll(account);
    this.#plan();
  }

  readSoon(absence: ErrorCode): void {
    this.#missed(absence);
    const account = this.#account();
    if (account !== null) this.#track.hurry(account);
    this.#plan();
  }

  get #key(): string {
    return `sync/${this.#id}`;
  }

  #account(): AccountRow | null {
    return this.#inbox.store.account(this.#id);
  }

  #plan(): void {
    const account = this.#account();
    if (this.#stopped || account === null) return;
    this.#planned = account;
    const nowMs = this.#inbox.clock.now();
    const plan = planOf(this.#track.memory(account), nowMs);
    const isAbsent = this.#absence(account) !== null;
    this.#tellNext(account, isAbsent ? [] : plan);
    const free = plan.filter(({ errand }) => !this.#hands.has(handOf(errand)));
    const soonestMs = Math.min(...free.map(({ atMs }) => atMs), nowMs + LONGEST_REST_MS);
    const atMs = isAbsent ? nowMs + LONGEST_REST_MS : soonestMs;
    this.#options.scheduler.plan(this.#key, Math.max(nowMs, atMs), () => this.#look());
  }

  #look(): void {
    const account = this.#account();
    if (this.#stopped || account === null) return;
    if (this.#sleep.slept()) this.#missed('asleep');
    const absence = this.#absence(account);
    if (absence !== null) this.#missed(absence);
    else this.#work(account);
    this.#plan();
  }

  /** Asleep or without a way: nothing can be read. */
  #absence({ id }: AccountRow): ErrorCode | null {
    if (this.#options.isAsleep()) return 'asleep';
    return hasWayTo(this.#inbox, id) ? null : 'offline';
  }

  #work(account: AccountRow): void {
    const nowMs = this.#inbox.clock.now();
    const memory = this.#track.memory(account);
    const kept = this.#keptBack(account, memory);
    if (kept !== null) this.#missed(kept);
    for (const { errand, atMs } of planOf(memory, nowMs)) {
      if (atMs <= nowMs && !this.#hands.has(handOf(errand))) this.#begin(account, errand);
    }
  }

  /** Why the platform, or what it says, keeps us from reading as usual; null when it does not. */
  #keptBack(
    { id }: AccountRow,
    { dead, heldUntilMs, openOnlyUntilMs }: AccountMemory,
  ): ErrorCode | null {
    const code = this.#inbox.store.health(id).error?.code ?? 'throttled';
    const nowMs = this.#inbox.clock.now();
    if (dead || heldUntilMs > nowMs) return code;
    return openOnlyUntilMs > nowMs ? 'usage_high' : null;
  }

  #missed(reason: ErrorCode): void {
    const account = this.#account();
    if (account !== null) noteAbsence(this.#inbox, account, reason);
  }

  #begin(account: AccountRow, errand: Errand): void {
    const hand = handOf(errand);
    const run = this.#run(account, errand)
      .catch((cause: unknown) =>
        // A bug of ours: the account is read again all the same.
        this.#inbox.logger.error('sync.bug', cause, { accountId: account.id }),
      )
      .finally(() => {
        this.#hands.delete(hand);
        this.#plan();
      });
    this.#hands.set(hand, run);
  }

  #run(account: AccountRow, errand: Errand): Promise<void> {
    switch (errand.kind) {
      case 'token':
        return this.#askToken(account);
      case 'open':
        return this.#readWaiting();
      case 'source':
        return this.#readSource(account, errand);
    }
  }

  async #askToken(account: AccountRow): Promise<void> {
    const { clock } = this.#inbox;
    const startedAtMs = clock.now();
    const asked = await attempt(() => checkToken(this.#inbox, account.id, this.#options.signal));
    const token = asked.ok ? asked.value : asked;
    // What kept it from being asked says nothing of the token: reading goes on, and it is asked later.
    const isSettled = token.ok || stopsToken(token.error);
    this.#track.tokenAsked(startedAtMs, isSettled ? null : clock.now() + TOKEN_AGAIN_MS);
    // Nothing may be read after it for a long while, and the page must not wait for that.
    this.#inbox.changes.publish({ type: 'accounts', ids: [account.id] });
  }

  async #readWaiting(): Promise<void> {
    this.#track.openRead(this.#inbox.clock.now());
    const { signal } = this.#options;
    const read = await attempt(() => readWaiting(this.#inbox, this.#id, this.#readAnew, signal));
    const result = read.ok ? read.value : read;
    // The account's own reads tell people of a lasting failure.
    if (!result.ok) this.#inbox.logger.info('sync.waiting', { code: result.error.code });
  }

  async #readSource(
    account: AccountRow,
    { source, depth }: Extract<Errand, { kind: 'source' }>,
  ): Promise<void> {
    const { clock } = this.#inbox;
    const startedAtMs = clock.now();
    let failure: AppError | null = appError('internal');
    let complete = false;
    this.#track.began(account, source, depth);
    try {
      const { signal } = this.#options;
      const report = await syncSource(this.#inbox, account.id, { source, depth, signal });
      failure = report.ok ? null : report.error;
      complete = report.ok && report.value.complete;
    } finally {
      const endedAtMs = clock.now();
      this.#track.ended(account, source, { depth, startedAtMs, endedAtMs, failure, complete });
    }
  }

  /** When each source is read next, for people; comments come with all posts. Nothing: nobody knows. */
  #tellNext(account: AccountRow, plan: readonly Planned[]): void {
    const next = new Map<SourceId, number>();
    for (const { errand, atMs } of plan) {
      if (errand.kind !== 'source') continue;
      for (const source of coveredBy(account, errand.source)) {
        if (source === 'comments' && errand.depth === 'index') continue;
        next.set(source, Math.min(atMs, next.get(source) ?? Infinity));
      }
    }
    const nowMs = this.#inbox.clock.now();
    for (const [source, atMs] of next) next.set(source, Math.max(nowMs, atMs));
    this.#inbox.nextReads.set(this.#id, next);
  }
}
