import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PostMark, ReadEnd, ReadPlan, ReadStep } from '../ports/connector.ts';
import { closeBacklog } from './close-backlog.ts';
import { readBroke, readEnded } from './coverage.ts';
import { ingestStep } from './ingest-step.ts';
import { attempt, reach, type Inbox, type Reached } from './inbox.ts';

/** The practice team looks after its last two weeks; older silence is history and only counts. */
const PRACTICE_BACKLOG_MS = 14 * 86_400_000;

/** How far and how long. */
export interface SyncOptions {
  readonly depth: ReadPlan['depth'];
  readonly signal: AbortSignal;
  /** Called after each step with the items so far. */
  readonly onProgress?: (items: number) => void;
}

/** What one read brought. */
export interface SyncReport {
  readonly accountId: string;
  /** Everything was read to its end. */
  readonly complete: boolean;
  /** Items that the page showed. */
  readonly items: number;
  /** New facts; 0 when nothing had changed. */
  readonly events: number;
  readonly setAside: number;
  /** Parts that could not be read to their end. */
  readonly failures: readonly AppError[];
}

/** What a read has gathered so far. */
interface Progress {
  items: number;
  events: number;
  setAside: number;
  usagePercent: number | null;
  /** Posts that were read to their end. */
  readonly posts: Map<string, PostMark>;
  readonly failures: AppError[];
  /** Posts of which a part could not be read. */
  readonly broken: Set<string>;
}

/**
 * Reads one account and commits each step as it arrives. What fails as a whole, or in parts, opens a
 * gap with its reason at the account; a complete read closes it. Errors: the connector's, and those
 * of {@link reach}.
 */
export async function syncAccount(
  inbox: Inbox,
  accountId: string,
  options: SyncOptions,
): Promise<Result<SyncReport, AppError>> {
  const startedAtMs = inbox.clock.now();
  if (inbox.store.account(accountId) === null) return err(appError('not_found'));
  const reached = await reach(inbox, accountId);
  if (!reached.ok) {
    readBroke(inbox, accountId, startedAtMs, reached.error);
    return reached;
  }
  const progress = newProgress(partsOf(inbox, accountId, options.depth));
  try {
    const isFirst = inbox.store.health(accountId).lastReadAtMs === null;
    const done = await attempt(() => readSteps(inbox, reached.value, options, progress));
    const end = done.ok ? done.value : done;
    if (isFirst && end.ok && reached.value.account.practice) {
      await closeBacklog(inbox, accountId, startedAtMs - PRACTICE_BACKLOG_MS);
    }
    const concluded = conclude(inbox, accountId, { startedAtMs, options, progress, end });
    // A past that poured in is no list of news: whoever looks asks anew.
    if (isFirst && concluded.ok) inbox.changes.publish({ type: 'everything' });
    return concluded;
  } finally {
    inbox.reading.delete(accountId);
    inbox.changes.publish({ type: 'accounts', ids: [accountId] });
  }
}

/**
 * What an earlier part of the same complete read has read, so that a page too large for one stretch
 * (it is throttled on the way) is read to its end in several. Of a first read the store keeps it, also
 * over restarts: all that it knows is from that read.
 */
function partsOf(
  { store, brokenOff }: Inbox,
  accountId: string,
  depth: ReadPlan['depth'],
): ReadonlyMap<string, PostMark> {
  if (depth !== 'complete') return new Map();
  if (store.health(accountId).lastReadAtMs === null) return store.knownPosts(accountId);
  return brokenOff.get(accountId) ?? new Map();
}

const newProgress = (alreadyRead: ReadonlyMap<string, PostMark>): Progress => ({
  items: 0,
  events: 0,
  setAside: 0,
  usagePercent: null,
  posts: new Map(alreadyRead),
  failures: [],
  broken: new Set(),
});

const STOPPED = { done: true, value: err(appError('not_found')) } as const;

async function readSteps(
  inbox: Inbox,
  { account, connector, remote }: Reached,
  options: SyncOptions,
  progress: Progress,
): Promise<Result<ReadEnd, AppError>> {
  const { depth, signal } = options;
  const steps = connector.read(remote, {
    source: 'posts',
    depth,
    urgent: new Set(),
    signal,
    knownPosts: inbox.store.knownPosts(account.id),
    alreadyRead: new Map(progress.posts),
  });
  // News of a first read is history: nobody wants a notice for each comment of two years.
  const arrivals = inbox.store.accountCounts(account.id).conversations > 0;
  for (;;) {
    // A reply may go out between two steps: a long read holds nobody up.
    const next = await inbox.turns.run(account.id, async () => {
      // Disconnected while it is read: its token was taken back.
      if (inbox.store.account(account.id) === null) return STOPPED;
      const step = await steps.next();
      if (step.done !== true)
        take(
          inbox,
          progress,
          step.value,
          () => ingestStep(inbox, account, step.value, arrivals).events,
        );
      return step;
    });
    if (next.done === true) return next.value;
    if (depth === 'complete') inbox.reading.set(account.id, progress.items);
    inbox.changes.publish({ type: 'accounts', ids: [account.id] });
    options.onProgress?.(progress.items);
  }
}

function take(inbox: Inbox, progress: Progress, step: ReadStep, ingest: () => number): void {
  progress.events += ingest();
  progress.items += step.messages.length;
  progress.setAside += step.setAside.length;
  progress.usagePercent = step.usagePercent ?? progress.usagePercent;
  for (const [id, mark] of step.posts) progress.posts.set(id, mark);
  for (const failure of step.failures) {
    progress.broken.add(failure.rootExternalId);
    progress.failures.push(failure.error);
    inbox.logger.warn('sync.part_failed', { code: failure.error.code });
  }
}

interface Conclusion {
  readonly startedAtMs: number;
  readonly options: SyncOptions;
  readonly progress: Progress;
  readonly end: Result<ReadEnd, AppError>;
}

function conclude(
  inbox: Inbox,
  accountId: string,
  { startedAtMs, options, progress, end }: Conclusion,
): Result<SyncReport, AppError> {
  const wholeHistory = options.depth === 'complete';
  if (wholeHistory) inbox.brokenOff.delete(accountId);
  if (!end.ok) {
    if (wholeHistory) inbox.brokenOff.set(accountId, progress.posts);
    // We stopped it ourselves: nothing is wrong with the account.
    if (!options.signal.aborted) readBroke(inbox, accountId, startedAtMs, end.error);
    return end;
  }
  keepMarks(inbox, accountId, progress, end.value);
  const complete = end.value.complete && progress.failures.length === 0;
  readEnded(inbox, accountId, {
    startedAtMs,
    wholeHistory,
    failure: complete ? null : (progress.failures[0] ?? appError('cut_answer')),
    usagePercent: progress.usagePercent,
  });
  const { items, events, setAside, failures } = progress;
  return ok({ accountId, complete, items, events, setAside, failures });
}

/** A post's mark moves on only where all of it could be read: else it is read again. */
function keepMarks(inbox: Inbox, accountId: string, progress: Progress, end: ReadEnd): void {
  const posts = new Map([...end.posts].filter(([root]) => !progress.broken.has(root)));
  if (posts.size === 0) return;
  inbox.store.appendRead([], { accountId, setAside: [], posts });
}
