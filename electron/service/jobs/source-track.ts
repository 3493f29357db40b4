import {
  intervalOf,
  type ReadDepth,
  type ReadSource,
  type SourceMemory,
} from '../../../shared/domain/source/plan.ts';
import type { AppError, ErrorCode } from '../../../shared/kernel/app-error.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** After failures in a row, each wait doubles up to this. */
const LONGEST_WAIT_MS = 15 * MINUTE_MS;
/** A part that fails again and again is still tried this often. */
const LONGEST_REPAIR_MS = 4 * 60 * MINUTE_MS;
const JITTER = 0.1;

/** These end with a person's doing or never: once a day is often enough to look. */
const ONCE_A_DAY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'permission_missing',
  'source_unavailable',
  'not_allowed',
]);

/** How a read of a source went. */
export interface SourceRead {
  readonly depth: ReadDepth;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Why it failed as a whole, or null. */
  readonly failure: AppError | null;
  /** Every part was read to its end. */
  readonly complete: boolean;
}

/** What a program remembers of one source while it runs; the rest of it is in the store. */
export class SourceTrack {
  readonly source: ReadSource;
  readonly #practice: boolean;
  readonly #random: () => number;
  readonly #readAtMs: Record<ReadDepth, number | null>;
  #failures = 0;
  #repairs = 0;
  #notBeforeMs = 0;
  #repairNotBeforeMs = 0;
  #jitter: number;
  #wanted = false;

  /** `wholeAtMs`: when all of it was last read to its end, by an earlier run. */
  constructor(
    source: ReadSource,
    options: {
      readonly practice: boolean;
      readonly random: () => number;
      readonly wholeAtMs: number | null;
    },
  ) {
    this.source = source;
    this.#practice = options.practice;
    this.#random = options.random;
    this.#readAtMs = { index: null, deep_index: null, complete: options.wholeAtMs };
    this.#jitter = this.#draw();
  }

  /** Somebody wants everything of it now, whatever failed before. */
  want(): void {
    this.#wanted = true;
    this.hurry();
  }

  /** No wait for an earlier failure is sat out. */
  hurry(): void {
    this.#failures = 0;
    this.#notBeforeMs = 0;
    this.#repairNotBeforeMs = 0;
  }

  /** A read of it begins. */
  began(depth: ReadDepth): void {
    if (depth === 'complete') this.#wanted = false;
  }

  /** Remembers a read. What cannot be read is tried again ever more rarely; the rest goes on. */
  ended(read: SourceRead): void {
    this.#jitter = this.#draw();
    this.#failures = read.failure === null ? 0 : this.#failures + 1;
    this.#notBeforeMs = read.failure === null ? 0 : read.endedAtMs + this.#waitMs(read.failure);
    if (read.failure !== null) return;
    if (read.depth === 'index' || read.complete) this.#readAtMs[read.depth] = read.startedAtMs;
    if (read.depth === 'index') return;
    // Parts of it are missing: everything else was read all the same.
    if (!read.complete) this.#readAtMs.index = read.startedAtMs;
    this.#repairs = read.complete ? 0 : this.#repairs + 1;
    const pauseMs = Math.min(LONGEST_REPAIR_MS, MINUTE_MS * 2 ** Math.min(10, this.#repairs));
    this.#repairNotBeforeMs = read.complete ? 0 : read.endedAtMs + pauseMs;
  }

  /** As the plan sees it. */
  memory(known: { readonly unread: boolean; readonly gap: boolean }, nowMs: number): SourceMemory {
    return {
      source: this.source,
      readAtMs: this.#readAtMs,
      ...known,
      wanted: this.#wanted,
      notBeforeMs: notLongAhead(this.#notBeforeMs, nowMs, DAY_MS),
      repairNotBeforeMs: notLongAhead(this.#repairNotBeforeMs, nowMs, LONGEST_REPAIR_MS),
      jitter: this.#jitter,
    };
  }

  #waitMs({ code }: AppError): number {
    if (ONCE_A_DAY.has(code)) return DAY_MS;
    const usualMs = intervalOf(this.source, this.#practice);
    return Math.min(LONGEST_WAIT_MS, usualMs * 2 ** Math.min(10, this.#failures)) * this.#jitter;
  }

  #draw(): number {
    return 1 + JITTER * (2 * this.#random() - 1);
  }
}

/** An instant further ahead than any wait was set before the clock was set back. */
const notLongAhead = (atMs: number, nowMs: number, longestMs: number): number =>
  atMs - nowMs > longestMs ? 0 : atMs;
