import { cpus, loadavg, totalmem } from 'node:os';

/** How much is measured. */
export interface Scale {
  /** Conversations that are put into an empty store. */
  readonly ingested: number;
  /** Conversations in the store that pages are asked of and the window opens on. */
  readonly stored: number;
  /** How often every page is asked for. */
  readonly rounds: number;
  /** How often each window is opened. */
  readonly launches: number;
  /** Comments of the page that is read for the first time. */
  readonly comments: number;
  /** How often it is read for the first time. */
  readonly syncs: number;
  /** Mails of the mailbox that is read for the first time, and how often it is. */
  readonly mails: number;
  readonly mailSyncs: number;
  /** Pages that are polled, and for how many minutes of their clock. */
  readonly pages: number;
  readonly steadyMinutes: number;
  /** Pairs of instants in the race of business time, obligations that are computed again. */
  readonly pairs: number;
  readonly obligations: number;
  readonly timerMinutes: number;
}

/** What the figures are promised for. */
export const FULL: Scale = {
  ingested: 10_000,
  stored: 100_000,
  rounds: 40,
  launches: 9,
  comments: 50_000,
  syncs: 1,
  mails: 20_000,
  mailSyncs: 3,
  pages: 20,
  steadyMinutes: 30,
  pairs: 10_000,
  obligations: 1_000_000,
  timerMinutes: 60,
};

/** Shows in seconds that every part works; its figures promise nothing. */
export const QUICK: Scale = {
  ingested: 2_000,
  stored: 2_000,
  rounds: 2,
  launches: 1,
  comments: 1_000,
  syncs: 1,
  mails: 1_000,
  mailSyncs: 1,
  pages: 2,
  steadyMinutes: 2,
  pairs: 500,
  obligations: 50_000,
  timerMinutes: 5,
};

/** A part's figures by name, what they should be, and whether they are. */
export interface Part {
  readonly [figure: string]: unknown;
  readonly target: string;
  readonly holds: boolean;
}

/** Returns the value below which `share` (0–1) of the sorted values lie. NaN of none. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Returns the middle value; NaN of none. */
export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** Returns the number with at most `digits` decimals. */
export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** Tells the person at the terminal how far it is. On stderr: stdout belongs to the figures. */
export const progress = (line: string): void => console.error(line);

/** Returns what the figures depend on beside the code; load is the average of the last minute. */
export const machine = (): Readonly<Record<string, string | number>> => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGib: round(totalmem() / 2 ** 30, 1),
  system: `${process.platform} ${process.arch}`,
  node: process.versions.node,
  load: round(loadavg()[0] ?? 0, 2),
});
