import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { KnownFolder, MailPlan, MailStep } from '../../ports/mail.ts';
import type { AccountRow } from '../../ports/store.ts';
import { accountAnswered, accountFailed, stopsAccount } from '../account-health.ts';
import { readEnded, readFailed, type ReadTried } from '../coverage.ts';
import { attempt, type Inbox } from '../inbox.ts';
import type { SyncReport } from '../sync-source.ts';
import { applyReports } from './apply-reports.ts';
import { fileMails } from './file-mails.ts';
import { ingestMails } from './ingest-mails.ts';
import { reachMailbox, type ReachedMailbox } from './mailbox-of.ts';

/** How far and how long. */
export interface MailboxSyncOptions {
  readonly depth: MailPlan['depth'];
  readonly signal: AbortSignal;
  /** Called after each step with the mails so far. */
  readonly onProgress?: (items: number) => void;
}

/**
 * Reads a mailbox and commits each step as it arrives. What fails as a whole opens a gap with its
 * reason; a read that goes through fills it. Errors: the connector's, those of reaching the mailbox.
 */
export async function syncMailbox(
  inbox: Inbox,
  accountId: string,
  options: MailboxSyncOptions,
): Promise<Result<SyncReport, AppError>> {
  const account = inbox.store.account(accountId);
  if (account === null) return err(appError('not_found'));
  const startedAtMs = inbox.clock.now();
  const depth = options.depth === 'complete' ? 'complete' : 'deep_index';
  const tried: ReadTried = { source: 'mail', depth, startedAtMs };
  // Step by step: a reply may go out between two of them.
  const inTurn: InTurn = (step) => inbox.turns.run(accountId, step);
  const read = await readAll(inbox, accountId, options, inTurn);
  if (read.ok) await inTurn(() => tidyUp(inbox, account, options.signal));
  conclude(inbox, account, tried, { read, aborted: options.signal.aborted });
  inbox.reading.delete(accountId);
  inbox.changes.publish({ type: 'accounts', ids: [accountId] });
  return read;
}

function conclude(
  inbox: Inbox,
  account: AccountRow,
  tried: ReadTried,
  { read, aborted }: { readonly read: Result<SyncReport, AppError>; readonly aborted: boolean },
): void {
  // Disconnected while it was read, or stopped by ourselves: nothing is wrong with the account.
  if (inbox.store.account(account.id) === null || (!read.ok && aborted)) return;
  if (read.ok) {
    accountAnswered(inbox, account, { startedAtMs: tried.startedAtMs, whole: true });
    readEnded(inbox, account, tried);
    return;
  }
  if (stopsAccount(read.error)) accountFailed(inbox, account, tried.startedAtMs, read.error);
  readFailed(inbox, account, tried, read.error);
}

/** What earlier deliveries and reports left open. */
async function tidyUp(inbox: Inbox, account: AccountRow, signal: AbortSignal): Promise<void> {
  applyReports(inbox, account);
  const reached = await reachMailbox(inbox, account.id, signal);
  if (reached.ok) await fileMails(inbox, reached.value, signal);
}

/** Runs one step of a read when the account is free for it. */
type InTurn = <T>(step: () => Promise<T>) => Promise<T>;

async function readAll(
  inbox: Inbox,
  accountId: string,
  options: MailboxSyncOptions,
  inTurn: InTurn,
): Promise<Result<SyncReport, AppError>> {
  const read = async (reached: ReachedMailbox): Promise<Result<SyncReport, AppError>> => {
    const done = await attempt(() => readSteps(inbox, reached, options, inTurn));
    return done.ok ? done.value : done;
  };
  const first = await reachMailbox(inbox, accountId, options.signal);
  if (!first.ok) return first;
  const outcome = await read(first.value);
  const { secret } = first.value.mailbox;
  if (outcome.ok || outcome.error.code !== 'token_dead' || secret.kind !== 'oauth') return outcome;
  // A server may end a token before its date.
  const again = await reachMailbox(inbox, accountId, options.signal, secret.accessToken);
  return again.ok ? read(again.value) : again;
}

/** Reads what is new, for callers that hold the account's turn already. */
export async function readMailNews(
  inbox: Inbox,
  accountId: string,
  signal: AbortSignal,
): Promise<Result<void, AppError>> {
  const read = await readAll(inbox, accountId, { depth: 'news', signal }, (step) => step());
  return read.ok ? ok(undefined) : read;
}

async function readSteps(
  inbox: Inbox,
  { account, mailbox }: ReachedMailbox,
  { depth, signal, onProgress }: MailboxSyncOptions,
  inTurn: InTurn,
): Promise<Result<SyncReport, AppError>> {
  const known = knownFolders(inbox, account);
  const isFirst = known.size === 0;
  const report = { items: 0, events: 0, setAside: 0 };
  const steps = inbox.mail.read(mailbox, { depth, known, signal });
  const end = await eachStep(steps, inTurn, async (step) => {
    if (inbox.store.account(account.id) === null) return err(appError('not_found'));
    // A past that pours in is no list of news.
    const isPast = isFirst || step.progress !== null;
    const kept = await ingestMails(inbox, account, step, !isPast);
    if (!kept.ok) return kept;
    report.items += step.found.length;
    report.events += kept.value;
    report.setAside += step.setAside.length;
    if (isPast) inbox.reading.set(account.id, report.items);
    inbox.changes.publish({ type: 'accounts', ids: [account.id] });
    onProgress?.(report.items);
    return ok(undefined);
  });
  return end.ok ? ok({ accountId: account.id, complete: true, failures: [], ...report }) : end;
}

/** Takes the steps of a read one by one; ends with the first that cannot be kept. */
async function eachStep(
  steps: ReturnType<Inbox['mail']['read']>,
  inTurn: InTurn,
  take: (step: MailStep) => Promise<Result<void, AppError>>,
): Promise<Result<void, AppError>> {
  for (;;) {
    const end = await inTurn(async () => {
      const step = await steps.next();
      if (step.done === true) return step.value;
      const taken = await take(step.value);
      return taken.ok ? null : taken;
    });
    if (end === null) continue;
    // Cut off: the connector closes its line.
    await steps.return(end);
    return end;
  }
}

function knownFolders({ store }: Inbox, { id }: AccountRow): ReadonlyMap<string, KnownFolder> {
  return new Map(
    store
      .mailFolders(id)
      .map((mark) => [
        mark.path,
        { mark, uids: () => store.mailUids(id, mark.path, mark.uidValidity) },
      ]),
  );
}
