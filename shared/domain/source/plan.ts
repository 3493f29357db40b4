import type { SourceId } from './types.ts';

/**
 * `index`: the newest, and what moved on it. `deep_index`: all of it, and what moved (finds a comment
 * on an old post). `complete`: everything to the end (finds edits and what vanished too).
 */
export type ReadDepth = 'index' | 'deep_index' | 'complete';

/** Sources of a page that are read by themselves: comments are read with the posts they stand below. */
export type ReadSource = Exclude<SourceId, 'comments' | 'mail'>;

/** In the order in which they are read when several are due. */
export const READ_SOURCES: readonly ReadSource[] = [
  'posts',
  'messenger',
  'instagram',
  'visitor_posts',
  'mentions',
  'ads',
  'reels',
  'reviews',
];

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How often a source is read at each depth; null: the next deeper read is often enough. */
export interface Rhythm {
  readonly indexMs: number | null;
  readonly deepMs: number | null;
  readonly completeMs: number;
}

const BESIDE: Rhythm = { indexMs: null, deepMs: 15 * MINUTE_MS, completeMs: DAY_MS };

/** facebook.md §5: what a page costs like this in a day stays below the smallest allowance, 4,800 calls. */
const RHYTHMS: Readonly<Record<ReadSource, Rhythm>> = {
  posts: { indexMs: MINUTE_MS, deepMs: 12 * MINUTE_MS, completeMs: DAY_MS },
  messenger: { indexMs: 30 * SECOND_MS, deepMs: null, completeMs: DAY_MS },
  instagram: { indexMs: 2 * MINUTE_MS, deepMs: 12 * MINUTE_MS, completeMs: DAY_MS },
  visitor_posts: BESIDE,
  mentions: BESIDE,
  ads: BESIDE,
  reels: BESIDE,
  reviews: { indexMs: null, deepMs: null, completeMs: DAY_MS },
};

/** A mailbox tells of news by itself; it is asked this often all the same. */
export const MAIL_MS = MINUTE_MS;

/** A page that is on this computer costs nothing. */
const PRACTICE_INDEX_MS = 5 * SECOND_MS;

/** Messages that wait for an answer are read anew this often: edits move no post. */
export const OPEN_MS = 5 * MINUTE_MS;
/** The platform is asked once a day what the token is worth, and this often while it does not work. */
const TOKEN_MS = DAY_MS;
const DEAD_TOKEN_MS = 60 * MINUTE_MS;

/** Returns how often a source is read. */
export function rhythmOf(source: ReadSource, practice: boolean): Rhythm {
  const usual = RHYTHMS[source];
  const isQuick = practice && (source === 'posts' || source === 'messenger');
  return isQuick ? { ...usual, indexMs: PRACTICE_INDEX_MS } : usual;
}

/** Milliseconds between two reads that each tell everything new of a source. */
export function intervalOf(source: SourceId, practice: boolean): number {
  if (source === 'mail') return MAIL_MS;
  if (source === 'comments') return RHYTHMS.posts.deepMs ?? DAY_MS;
  const { indexMs, deepMs, completeMs } = rhythmOf(source, practice);
  return indexMs ?? deepMs ?? completeMs;
}

/**
 * Whether a source should have been read by now: its interval twice and a minute have passed since
 * all of it was known. One whose mark lies in the future says nothing: a clock was set back.
 */
export const isOverdue = (
  source: SourceId,
  completeThroughMs: number,
  { nowMs, practice }: { readonly nowMs: number; readonly practice: boolean },
): boolean => nowMs - completeThroughMs > 2 * intervalOf(source, practice) + MINUTE_MS;

/** How fast an account is read. `slow`: every wait doubled · `open_only`: only where somebody waits. */
export type Pace = 'usual' | 'slow' | 'open_only' | 'held';

/** What the plan remembers of one source that is switched on. */
export interface SourceMemory {
  readonly source: ReadSource;
  /** When the last read of each depth began that went through; null: none since the start. */
  readonly readAtMs: Readonly<Record<ReadDepth, number | null>>;
  /** Never read to its end: only a complete read will do. */
  readonly unread: boolean;
  /** A stretch was missed: a read of at least `deep_index` makes it good. */
  readonly gap: boolean;
  /** Somebody asked for everything. */
  readonly wanted: boolean;
  /** Not before, after a failure. */
  readonly notBeforeMs: number;
  /** The same for what makes gaps good: parts that fail again and again are tried ever more rarely. */
  readonly repairNotBeforeMs: number;
  /** Waits are multiplied by it, 0.9–1.1: many programs do not ask at the same instant. */
  readonly jitter: number;
}

/** What the plan remembers of an account. */
export interface AccountMemory {
  readonly practice: boolean;
  /** Three quarters of the allowance are used: every wait is doubled. */
  readonly slow: boolean;
  /** The allowance is nearly used up: until then only those who wait are read; 0: it is not. */
  readonly openOnlyUntilMs: number;
  /** The platform wants to be left alone until then; 0: it does not. */
  readonly heldUntilMs: number;
  /** The token does not work: nothing but the token is looked at. */
  readonly dead: boolean;
  readonly tokenAtMs: number | null;
  /** It could not be asked, for another reason than itself, and is asked again then. */
  readonly tokenAgainAtMs: number | null;
  readonly openAtMs: number | null;
  /** Somebody waits for an answer. */
  readonly waiting: boolean;
  readonly sources: readonly SourceMemory[];
}

/** One thing to be read. `open`: the messages that wait for an answer. */
export type Errand =
  | { readonly kind: 'token' }
  | { readonly kind: 'open' }
  | { readonly kind: 'source'; readonly source: ReadSource; readonly depth: ReadDepth };

/** What is read, and from when on. */
export interface Planned {
  readonly errand: Errand;
  readonly atMs: number;
}

/**
 * Returns everything that is to be read next of an account and when, the most important first: what
 * the token is worth, those who wait, then the sources in their order. Of each source up to two: all
 * of it, and its newest.
 */
export function planOf(account: AccountMemory, nowMs: number): readonly Planned[] {
  const token = tokenPlan(account, nowMs);
  // Whether empty answers may be believed is known only after the token was asked.
  if (account.dead || account.tokenAtMs === null) return [token];
  const open: readonly Planned[] = account.waiting
    ? [{ errand: { kind: 'open' }, atMs: after(account.openAtMs, OPEN_MS, nowMs) }]
    : [];
  const rest = account.sources
    .flatMap((source) => sourcePlans(account, source, nowMs))
    .map((planned) => notBefore(planned, account.openOnlyUntilMs));
  return [token, ...open, ...rest].map((planned) => notBefore(planned, account.heldUntilMs));
}

const notBefore = ({ errand, atMs }: Planned, earliestMs: number): Planned => ({
  errand,
  atMs: Math.max(atMs, earliestMs),
});

function tokenPlan({ dead, tokenAtMs, tokenAgainAtMs }: AccountMemory, nowMs: number): Planned {
  const usualMs = after(tokenAtMs, dead ? DEAD_TOKEN_MS : TOKEN_MS, nowMs);
  return { errand: { kind: 'token' }, atMs: tokenAgainAtMs ?? usualMs };
}

function sourcePlans(
  account: AccountMemory,
  memory: SourceMemory,
  nowMs: number,
): readonly Planned[] {
  const { source, notBeforeMs } = memory;
  const { indexMs } = rhythmOf(source, account.practice);
  const stretch = memory.jitter * (account.slow ? 2 : 1);
  const thorough = thoroughPlan(account, memory, nowMs);
  const planned = { ...thorough, atMs: Math.max(thorough.atMs, notBeforeMs) };
  // Until all of it was tried once, its newest comes with it.
  const isUntried = memory.unread && newestOf(memory, 'index') === null;
  if (indexMs === null || isUntried) return [planned];
  const index: Planned = {
    errand: { kind: 'source', source, depth: 'index' },
    atMs: Math.max(after(newestOf(memory, 'index'), indexMs * stretch, nowMs), notBeforeMs),
  };
  return [planned, index];
}

/** The next read that goes to the end of something. */
function thoroughPlan(account: AccountMemory, memory: SourceMemory, nowMs: number): Planned {
  const { source, unread, gap, wanted, repairNotBeforeMs } = memory;
  const { deepMs, completeMs } = rhythmOf(source, account.practice);
  const errand = (depth: ReadDepth): Errand => ({ kind: 'source', source, depth });
  if (wanted || unread) return { errand: errand('complete'), atMs: wanted ? 0 : repairNotBeforeMs };
  const stretch = memory.jitter * (account.slow ? 2 : 1);
  const completeMsDue = after(memory.readAtMs.complete, completeMs * memory.jitter, nowMs);
  const completeAtMs = Math.max(completeMsDue, repairNotBeforeMs);
  if (completeAtMs <= nowMs) return { errand: errand('complete'), atMs: completeAtMs };
  const usualMs =
    deepMs === null ? Infinity : after(newestOf(memory, 'deep_index'), deepMs * stretch, nowMs);
  const deepAtMs = gap ? Math.min(usualMs, repairNotBeforeMs) : usualMs;
  return deepAtMs < completeAtMs
    ? { errand: errand('deep_index'), atMs: deepAtMs }
    : { errand: errand('complete'), atMs: completeAtMs };
}

const AT_LEAST: Readonly<Record<ReadDepth, readonly ReadDepth[]>> = {
  index: ['index', 'deep_index', 'complete'],
  deep_index: ['deep_index', 'complete'],
  complete: ['complete'],
};

/** When it was last read at `depth` or deeper. */
function newestOf({ readAtMs }: SourceMemory, depth: ReadDepth): number | null {
  const times = AT_LEAST[depth].flatMap((one) => readAtMs[one] ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

/** What lies in the future was noted before the clock was set back: nobody knows how long ago. */
const after = (atMs: number | null, waitMs: number, nowMs: number): number =>
  atMs === null || atMs > nowMs ? 0 : Math.round(atMs + waitMs);
