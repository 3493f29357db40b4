import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { Scheduler } from './scheduler.ts';

/** What a reader needs of the loop around it. */
export interface ReaderOptions {
  readonly scheduler: Scheduler;
  readonly signal: AbortSignal;
  readonly isAsleep: () => boolean;
}

/** Reads one account again and again. */
export interface Reader {
  /** Begins; what was not read while the program was not running is told as such. */
  start(): void;
  /** Begins nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>;
  /** The account may have been changed: what is read of it follows at once. */
  follow(): void;
  /** Reads everything now, or as soon as what is under way has ended. */
  wantAll(): void;
  /** The way is open again, or the machine awake: no wait for its absence is sat out. */
  readSoon(absence: ErrorCode): void;
}
