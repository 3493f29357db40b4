import type {
  AccountMemory,
  ReadSource,
  SourceMemory,
} from '../../../shared/domain/source/plan.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { AccountRow } from '../ports/store.ts';
import { stopsToken } from '../usecases/account-health.ts';
import { coveredBy, sourcesOf } from '../usecases/coverage.ts';
import type { Inbox } from '../usecases/inbox.ts';
import { paceOf } from '../usecases/spend.ts';
import { SourceTrack, type SourceRead } from './source-track.ts';

const MINUTE_MS = 60_000;
/** The platform's figure is of a rolling day: one this old is worth another look. */
const USAGE_STALE_MS = 15 * MINUTE_MS;
/** Without a way to the platform each wait doubles up to this. */
const LONGEST_WAIT_MS = 15 * MINUTE_MS;

/** What one program remembers of the reading of an account, beside what the store keeps. */
export class AccountTrack {
  readonly #inbox: Inbox;
  readonly #sources = new Map<ReadSource, SourceTrack>();
  #openAtMs: number | null = null;
  #tokenAtMs: number | null = null;
  #tokenAgainAtMs: number | null = null;
  #noWay = 0;
  #noWayUntilMs = 0;

  constructor(inbox: Inbox) {
    this.#inbox = inbox;
  }

  /** Everything is wanted now; the token is asked first. */
  wantAll(account: AccountRow): void {
    this.hurry(account);
    this.#tokenAtMs = null;
    for (const source of sourcesOf(account)) this.#track(account, source).want();
  }

  /** No wait for an earlier failure is sat out. */
  hurry(account: AccountRow): void {
    this.#tokenAgainAtMs = null;
    this.#noWay = 0;
    this.#noWayUntilMs = 0;
    for (const source of sourcesOf(account)) this.#track(account, source).hurry();
  }

  began(account: AccountRow, source: ReadSource, depth: SourceRead['depth']): void {
    this.#track(account, source).began(depth);
  }

  ended(account: AccountRow, source: ReadSource, read: SourceRead): void {
    this.#track(account, source).ended(read);
    this.#noteWay(read.failure?.code ?? null);
  }

  openRead(atMs: number): void {
    this.#openAtMs = atMs;
  }

  /** `againAtMs`: it could not be asked, for another reason than itself, and is asked again then. */
  tokenAsked(atMs: number, againAtMs: number | null): void {
    this.#tokenAtMs = atMs;
    this.#tokenAgainAtMs = againAtMs;
  }

  /** Everything that the plan is made from. */
  memory(account: AccountRow): AccountMemory {
    const { store, clock } = this.#inbox;
    const nowMs = clock.now();
    const { heldUntilMs, error, usagePercent } = store.health(account.id);
    return {
      practice: account.practice,
      ...this.#pace(account.id, usagePercent),
      heldUntilMs: Math.max(heldUntilMs ?? 0, this.#noWayUntilMs),
      dead: error !== null && stopsToken(error),
      tokenAtMs: this.#tokenAtMs,
      tokenAgainAtMs: this.#tokenAgainAtMs,
      openAtMs: this.#openAtMs,
      waiting: store.waitingItems(account.id, 1).length > 0,
      sources: this.#memories(account, nowMs),
    };
  }

  #memories(account: AccountRow, nowMs: number): readonly SourceMemory[] {
    const { store } = this.#inbox;
    const states = new Map(store.sourceStates(account.id).map((one) => [one.source, one]));
    const open = store.gaps(account.id, nowMs, nowMs + 1).filter((gap) => gap.toMs === null);
    const gaps = new Set<SourceId>(open.map(({ source }) => source));
    return sourcesOf(account).map((source) => {
      const covered = coveredBy(account, source);
      const unread = covered.some((one) => (states.get(one)?.completeThroughMs ?? null) === null);
      const gap = covered.some((one) => gaps.has(one));
      return this.#track(account, source).memory({ unread, gap }, nowMs);
    });
  }

  #track(account: AccountRow, source: ReadSource): SourceTrack {
    const known = this.#sources.get(source);
    if (known !== undefined) return known;
    const states = this.#inbox.store.sourceStates(account.id);
    const wholeAtMs = states.find((one) => one.source === source)?.wholeAtMs ?? null;
    const { random } = this.#inbox;
    const track = new SourceTrack(source, { practice: account.practice, random, wholeAtMs });
    this.#sources.set(source, track);
    return track;
  }

  /** What the platform's own figure asks for; it is of a rolling day, and worth another look later. */
  #pace(accountId: string, stored: number | null): Pick<AccountMemory, 'slow' | 'openOnlyUntilMs'> {
    const usage = this.#inbox.calls.usageOf(accountId);
    const usagePercent = usage === null ? stored : usage.percent;
    const pace = paceOf({ usagePercent, heldUntilMs: null }, 0);
    const isNearlyUsedUp = pace === 'open_only' && usage !== null;
    return {
      slow: pace !== 'usual',
      openOnlyUntilMs: isNearlyUsedUp ? usage.atMs + USAGE_STALE_MS : 0,
    };
  }

  #noteWay(code: ErrorCode | null): void {
    this.#noWay = code === 'offline' ? this.#noWay + 1 : 0;
    const waitMs = Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** Math.min(10, this.#noWay - 1));
    this.#noWayUntilMs = this.#noWay === 0 ? 0 : this.#inbox.clock.now() + waitMs;
  }
}
