import type { ReadDepth, ReadSource } from '../../../shared/domain/source/plan.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { stopsAccount } from './account-health.ts';
import { noteAbsence, sourcesOf } from './coverage.ts';
import type { Inbox } from './inbox.ts';
import { syncMailbox } from './mail/sync-mailbox.ts';
import { syncSource, type SyncReport } from './sync-source.ts';
import { checkTokenDaily } from './token.ts';

/** How far and how long. */
export interface AccountSyncOptions {
  readonly depth: ReadDepth;
  readonly signal: AbortSignal;
  /** Called after each step with the items so far. */
  readonly onProgress?: (items: number) => void;
}

/** What one pass over an account brought. */
export interface AccountReport extends SyncReport {
  /** Sources that could not be read at all, and why; the others were. */
  readonly stopped: readonly { readonly source: ReadSource; readonly error: AppError }[];
}

/** A mailbox is one source, with a way of its own. */
const told = (onProgress: AccountSyncOptions['onProgress']) =>
  onProgress === undefined ? {} : { onProgress };

/**
 * Reads every source of an account that is switched on, one after the other: one pass, for the command
 * line. What cannot be read is told by source and stops no other. Errors: those that stop the account,
 * and `not_found`.
 */
export async function syncAccount(
  inbox: Inbox,
  accountId: string,
  { depth, signal, onProgress }: AccountSyncOptions,
): Promise<Result<AccountReport, AppError>> {
  const account = inbox.store.account(accountId);
  if (account === null) return err(appError('not_found'));
  noteAbsence(inbox, account, 'not_running');
  if (account.mailbox !== null) {
    const read = await syncMailbox(inbox, accountId, {
      depth: 'complete',
      signal,
      ...told(onProgress),
    });
    return read.ok ? ok({ ...read.value, stopped: [] }) : read;
  }
  const token = await checkTokenDaily(inbox, account, signal);
  if (!token.ok) return token;
  const reports: SyncReport[] = [];
  const stopped: AccountReport['stopped'][number][] = [];
  const itemsBefore = (): number => reports.reduce((sum, { items }) => sum + items, 0);
  for (const source of sourcesOf(account)) {
    const before = itemsBefore();
    const options = { source, depth, signal, onProgress: (n: number) => onProgress?.(before + n) };
    const read = await syncSource(inbox, accountId, options);
    if (read.ok) reports.push(read.value);
    else if (stopsAccount(read.error) || signal.aborted || source === 'posts') return read;
    else stopped.push({ source, error: read.error });
  }
  return ok({ ...summed(accountId, reports), stopped });
}

const summed = (accountId: string, reports: readonly SyncReport[]): SyncReport => ({
  accountId,
  complete: reports.every(({ complete }) => complete),
  items: reports.reduce((sum, { items }) => sum + items, 0),
  events: reports.reduce((sum, { events }) => sum + events, 0),
  setAside: reports.reduce((sum, { setAside }) => sum + setAside, 0),
  failures: reports.flatMap(({ failures }) => failures),
});
