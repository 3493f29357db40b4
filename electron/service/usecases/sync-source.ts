import type { ReadDepth, ReadSource } from '../../../shared/domain/source/plan.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PostMark, ReadEnd, ReadStep } from '../ports/connector.ts';
import type { AccountRow } from '../ports/store.ts';
import { accountAnswered, accountFailed, stopsAccount } from './account-health.ts';
import { closeBacklog } from './close-backlog.ts';
import { confirmGone } from './confirm-gone.ts';
import { readEnded, readFailed, type ReadTried } from './coverage.ts';
import { ingestStep } from './ingest-step.ts';
import { attempt, reach, type Inbox, type Reached } from './inbox.ts';
import { StepBuffer } from './step-buffer.ts';

/** The practice team looks after its last two weeks; older silence is history and only counts. */
const PRACTICE_BACKLOG_MS = 14 * 86_400_000;

/** What is read, how far and how long. */
export interface SyncOptions {
  readonly source: ReadSource;
  readonly depth: ReadDepth;
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
  /** Posts that were read to their end. */
  readonly posts: Map<string, PostMark>;
  readonly failures: AppError[];
  /** Posts of which a part could not be read. */
  readonly broken: Set<string>;
}

/** A read while it goes on. */
interface Reading extends Reached {
  readonly options: SyncOptions;
  readonly tried: ReadTried;
  /** Nothing of the source is known yet: all that comes is history. */
  readonly isFirst: boolean;
  readonly progress: Progress;
}

/**
 * Reads one source and commits each step as it arrives. What fails as a whole, or in parts, opens a
 * gap with its reason; a complete read closes and fills it. Errors: the connector's, those of
 * {@link reach}, `wrong_token_kind` where the token is known to be a person's.
 */
export async function syncSource(
  inbox: Inbox,
  accountId: string,
  options: SyncOptions,
): Promise<Result<SyncReport, AppError>> {
  const startedAtMs = inbox.clock.now();
  const account = inbox.store.account(accountId);
  if (account === null) return err(appError('not_found'));
  const tried: ReadTried = { source: options.source, depth: options.depth, startedAtMs };
  const reached = await reachPage(inbox, accountId);
  if (!reached.ok) {
    broke(inbox, account, tried, reached.error);
    return reached;
  }
  const reading = begin(inbox, reached.value, options, tried);
  inbox.readingNow.set(accountId, options.source);
  try {
    const done = await attempt(() => readSteps(inbox, reading));
    return await conclude(inbox, reading, done.ok ? done.value : done);
  } finally {
    inbox.reading.delete(accountId);
    if (inbox.readingNow.get(accountId) === options.source) inbox.readingNow.delete(accountId);
    inbox.changes.publish({ type: 'accounts', ids: [accountId] });
  }
}

/** A person's token reads empty lists where a page's reads comments: nothing of it is believed. */
async function reachPage(inbox: Inbox, accountId: string): Promise<Result<Reached, AppError>> {
  const isPersons = inbox.store.tokenState(accountId)?.kind === 'user';
  return isPersons ? err(appError('wrong_token_kind')) : reach(inbox, accountId);
}

function begin(inbox: Inbox, reached: Reached, options: SyncOptions, tried: ReadTried): Reading {
  const { account } = reached;
  const state = inbox.store.sourceStates(account.id).find((one) => one.source === options.source);
  const isFirst = options.depth === 'complete' && (state?.completeThroughMs ?? null) === null;
  const alreadyRead = partsOf(inbox, account, options, isFirst);
  const progress = {
    items: 0,
    events: 0,
    setAside: 0,
    posts: new Map(alreadyRead),
    failures: [],
    broken: new Set<string>(),
  };
  return { ...reached, options, tried, isFirst, progress };
}

const brokenOffKey = (accountId: string, source: ReadSource): string => `${accountId}/${source}`;

/**
 * What an earlier part of the same complete read has read, so that a page too large for one stretch
 * (it is throttled on the way) is read to its end in several. Of a first read the store keeps it, also
 * over restarts: all that it knows is from that read.
 */
function partsOf(
  { store, brokenOff }: Inbox,
  { id }: AccountRow,
  { source, depth }: SyncOptions,
  isFirst: boolean,
): ReadonlyMap<string, PostMark> {
  if (depth !== 'complete') return new Map();
  return isFirst ? store.knownPosts(id) : (brokenOff.get(brokenOffKey(id, source)) ?? new Map());
}

const STOPPED = { done: true, value: err(appError('not_found')) } as const;

async function readSteps(inbox: Inbox, reading: Reading): Promise<Result<ReadEnd, AppError>> {
  const { account, connector, remote, options, progress } = reading;
  const { source, depth, signal } = options;
  const steps = connector.read(remote, {
    source,
    depth,
    signal,
    urgent: inbox.store.waitingPosts(account.id),
    knownPosts: inbox.store.knownPosts(account.id),
    alreadyRead: new Map(progress.posts),
    withComments: !account.switchedOff.has('comments'),
  });
  const buffer = new StepBuffer(reading.isFirst);
  const keep = (step: ReadStep | null): void => {
    // News of a first read is history: nobody wants a notice for each comment of two years.
    if (step !== null)
      progress.events += ingestStep(inbox, account, step, { arrivals: !reading.isFirst }).events;
  };
  for (;;) {
    // A reply may go out between two steps: a long read holds nobody up.
    const next = await inbox.turns.run(account.id, async () => {
      // Disconnected while it is read: its token was taken back.
      if (inbox.store.account(account.id) === null) return STOPPED;
      const step = await steps.next();
      if (step.done === true) {
        keep(buffer.take());
        return step;
      }
      const confirmed = await confirmGone(inbox, reading, step.value, signal);
      const sure = withoutBroken(progress, confirmed);
      keep(buffer.add(sure));
      note(inbox, progress, sure);
      return step;
    });
    if (next.done === true) return next.value;
    if (depth === 'complete') inbox.reading.set(account.id, progress.items);
    inbox.changes.publish({ type: 'accounts', ids: [account.id] });
    options.onProgress?.(progress.items);
  }
}

/** A post of which a part could not be read keeps its old mark, also when a later step brings a new one. */
function withoutBroken({ broken }: Progress, step: ReadStep): ReadStep {
  for (const { rootExternalId } of step.failures) broken.add(rootExternalId);
  if (![...step.posts.keys()].some((id) => broken.has(id))) return step;
  return { ...step, posts: new Map([...step.posts].filter(([id]) => !broken.has(id))) };
}

function note(inbox: Inbox, progress: Progress, step: ReadStep): void {
  progress.items += step.messages.length;
  progress.setAside += step.setAside.length;
  for (const [id, mark] of step.posts) progress.posts.set(id, mark);
  for (const failure of step.failures) {
    progress.failures.push(failure.error);
    inbox.logger.warn('sync.part_failed', { code: failure.error.code });
  }
}

async function conclude(
  inbox: Inbox,
  reading: Reading,
  end: Result<ReadEnd, AppError>,
): Promise<Result<SyncReport, AppError>> {
  const { account, options, progress, tried } = reading;
  const key = brokenOffKey(account.id, options.source);
  inbox.brokenOff.delete(key);
  if (!end.ok) {
    if (options.depth === 'complete') inbox.brokenOff.set(key, progress.posts);
    // We stopped it ourselves: nothing is wrong with the account.
    if (!options.signal.aborted) broke(inbox, account, tried, end.error);
    return end;
  }
  keepMarks(inbox, account.id, progress, end.value);
  const complete = end.value.complete && progress.failures.length === 0;
  if (reading.isFirst) await settleFirst(inbox, reading);
  settle(inbox, reading, complete);
  // A past that poured in is no list of news: whoever looks asks anew.
  if (reading.isFirst) inbox.changes.publish({ type: 'everything' });
  const { items, events, setAside, failures } = progress;
  return ok({ accountId: account.id, complete, items, events, setAside, failures });
}

async function settleFirst(inbox: Inbox, { account, tried }: Reading): Promise<void> {
  if (!account.practice) return;
  await closeBacklog(inbox, account.id, tried.startedAtMs - PRACTICE_BACKLOG_MS);
}

function settle(
  inbox: Inbox,
  { account, options, progress, tried }: Reading,
  complete: boolean,
): void {
  const isPosts = options.source === 'posts';
  accountAnswered(inbox, account, { startedAtMs: tried.startedAtMs, whole: isPosts && complete });
  if (complete) readEnded(inbox, account, tried);
  else readFailed(inbox, account, tried, progress.failures[0] ?? appError('cut_answer'));
}

function broke(inbox: Inbox, account: AccountRow, tried: ReadTried, error: AppError): void {
  if (stopsAccount(error)) accountFailed(inbox, account, tried.startedAtMs, error);
  // Disconnected while it was read: nothing of it is kept.
  if (inbox.store.account(account.id) === null) return;
  readFailed(inbox, account, tried, error);
}

/** A post's mark moves on only where all of it could be read: else it is read again. */
function keepMarks(inbox: Inbox, accountId: string, progress: Progress, end: ReadEnd): void {
  const posts = new Map([...end.posts].filter(([root]) => !progress.broken.has(root)));
  if (posts.size === 0) return;
  inbox.store.appendRead([], { accountId, setAside: [], posts });
}
