import type { MailboxSettings } from '../../../shared/domain/mail/types.ts';
import { MAIL_MS } from '../../../shared/domain/source/plan.ts';
import type { AppError, ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { stopsToken } from '../usecases/account-health.ts';
import { noteAbsence } from '../usecases/coverage.ts';
import { attempt, type Inbox } from '../usecases/inbox.ts';
import { reachMailbox } from '../usecases/mail/mailbox-of.ts';
import { syncMailbox } from '../usecases/mail/sync-mailbox.ts';
import { hasWayTo } from '../usecases/network.ts';
import type { Reader, ReaderOptions } from './reader.ts';
import { SleepWatch } from './sleep-watch.ts';

const MINUTE_MS = 60_000;
/** Every UID is compared this often: what a server forgot to tell is found. */
const COMPLETE_MS = 60 * MINUTE_MS;
/** A password that does not work is not tried all the time: some servers lock the account. */
const DEAD_MS = 30 * MINUTE_MS;
/** After a failure, longer each time. */
const AFTER_FAILURE_MS = [MINUTE_MS, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS] as const;

/**
 * Reads one mailbox: at once, each minute, and whenever the server tells of news. One read at a time;
 * the line on which the server tells is another one.
 */
export class MailboxReader implements Reader {
  readonly #inbox: Inbox;
  readonly #id: string;
  readonly #options: ReaderOptions;
  readonly #sleep: SleepWatch;
  #reading: Promise<void> | null = null;
  #watching: Promise<void> | null = null;
  #line = new AbortController();
  #nextMs = 0;
  #completeAtMs: number | null = null;
  #wanted = false;
  #failures = 0;
  /** By what it is read; null: somebody paused it. */
  #settings: MailboxSettings | null = null;
  #stopped = false;

  constructor(inbox: Inbox, accountId: string, options: ReaderOptions) {
    this.#inbox = inbox;
    this.#id = accountId;
    this.#options = options;
    this.#sleep = new SleepWatch(inbox.clock);
    options.signal.addEventListener('abort', () => this.#line.abort(), { once: true });
  }

  start(): void {
    this.#missed('not_running');
    this.#settings = this.#mailbox();
    this.#plan();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unplan();
    this.#line.abort();
    await Promise.all([this.#reading, this.#watching]);
  }

  /** Another server or password, a pause or its end: the line is cut at once, what went before says nothing. */
  follow(): void {
    const mailbox = this.#mailbox();
    const healed = this.#failures > 0 && this.#inbox.store.health(this.#id).error === null;
    if (mailbox === this.#settings && !healed) return;
    this.#settings = mailbox;
    this.#anew();
  }

  wantAll(): void {
    this.#wanted = true;
    this.#anew();
  }

  /** What was open in sleep, or on another network, is dead without saying so. */
  readSoon(absence: ErrorCode): void {
    this.#missed(absence);
    this.#anew();
  }

  #anew(): void {
    this.#line.abort();
    this.#line = new AbortController();
    this.#failures = 0;
    this.#nextMs = 0;
    this.#plan();
  }

  get #key(): string {
    return `mailbox/${this.#id}`;
  }

  #account() {
    return this.#inbox.store.account(this.#id);
  }

  /** As the account has it now. */
  #mailbox(): MailboxSettings | null {
    const account = this.#account();
    return account?.switchedOff.has('mail') === true ? null : (account?.mailbox ?? null);
  }

  #missed(reason: ErrorCode): void {
    const account = this.#account();
    if (account !== null) noteAbsence(this.#inbox, account, reason);
  }

  #plan(): void {
    if (this.#stopped || this.#reading !== null) return;
    if (this.#settings === null) return this.#unplan();
    const nowMs = this.#inbox.clock.now();
    const atMs = this.#absence() === null ? this.#nextMs : nowMs + MINUTE_MS;
    this.#inbox.nextReads.set(this.#id, new Map([['mail', Math.max(nowMs, atMs)]]));
    this.#options.scheduler.plan(this.#key, Math.max(nowMs, atMs), () => this.#look());
  }

  #unplan(): void {
    this.#options.scheduler.cancel(this.#key);
    this.#inbox.nextReads.delete(this.#id);
  }

  #absence(): ErrorCode | null {
    if (this.#options.isAsleep()) return 'asleep';
    return hasWayTo(this.#inbox, this.#id) ? null : 'offline';
  }

  #look(): void {
    if (this.#stopped || this.#settings === null || this.#account() === null) return;
    if (this.#sleep.slept()) this.#missed('asleep');
    const absence = this.#absence();
    if (absence !== null) this.#missed(absence);
    else if (this.#reading === null) this.#begin();
    this.#plan();
  }

  #begin(): void {
    this.#reading = this.#read()
      .catch((cause: unknown) =>
        this.#inbox.logger.error('mail.bug', cause, { accountId: this.#id }),
      )
      .finally(() => {
        this.#reading = null;
        this.#plan();
      });
  }

  async #read(): Promise<void> {
    const { clock } = this.#inbox;
    const startedAtMs = clock.now();
    const isDue = this.#completeAtMs === null || startedAtMs - this.#completeAtMs >= COMPLETE_MS;
    const depth = isDue || this.#wanted ? 'complete' : 'news';
    this.#wanted = false;
    this.#nextMs = startedAtMs + MAIL_MS;
    const { signal } = this.#line;
    const read = await syncMailbox(this.#inbox, this.#id, { depth, signal });
    if (read.ok && depth === 'complete') this.#completeAtMs = startedAtMs;
    if (read.ok) this.#watch();
    this.#after(read, signal.aborted);
  }

  #after(read: Result<unknown, AppError>, aborted: boolean): void {
    if (read.ok || aborted) this.#failures = 0;
    if (read.ok || aborted) return;
    const index = Math.min(this.#failures, AFTER_FAILURE_MS.length - 1);
    const waitMs = stopsToken(read.error) ? DEAD_MS : (AFTER_FAILURE_MS[index] ?? MINUTE_MS);
    this.#failures += 1;
    this.#nextMs = this.#inbox.clock.now() + waitMs;
  }

  /** Keeps a line open on which the server tells of news; begun anew after each read when it ended. */
  #watch(): void {
    if (this.#watching !== null || this.#stopped || this.#settings === null) return;
    this.#watching = this.#listen(this.#line.signal).finally(() => {
      this.#watching = null;
    });
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const reached = await reachMailbox(this.#inbox, this.#id, signal);
    if (!reached.ok || signal.aborted) return;
    const onNews = (): void => {
      this.#nextMs = 0;
      this.#plan();
    };
    const ended = await attempt(() =>
      this.#inbox.mail.watch(reached.value.mailbox, onNews, signal),
    );
    const outcome = ended.ok ? ended.value : ended;
    if (!outcome.ok) this.#inbox.logger.info('mail.line', { code: outcome.error.code });
  }
}
