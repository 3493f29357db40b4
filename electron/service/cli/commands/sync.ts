import type { Command } from 'commander';
import { appError, AppFailure, type AppError } from '../../../../shared/kernel/app-error.ts';
import { syncAccount } from '../../usecases/sync-account.ts';
import { EXIT, print, printError, progress, progressDone } from '../output.ts';
import { coverageValues } from '../values.ts';
import { inWorkspace, type GlobalOptions, type Session } from '../session.ts';

interface SyncOptions extends GlobalOptions {
  readonly account?: string;
}

/** `sync`: one complete pass. */
export function addSyncCommand(program: Command): void {
  program
    .command('sync')
    .description('read every account, or one, completely')
    .option('--account <id>', 'only this one')
    .action((_options: object, command: Command) => {
      const options: SyncOptions = command.optsWithGlobals();
      return inWorkspace(options, { online: true }, (session) => sync(session, options.account));
    });
}

async function sync(session: Session, only: string | undefined): Promise<void> {
  const accounts = session.inbox.store
    .accounts()
    .filter(({ id }) => only === undefined || id === only);
  if (only !== undefined && accounts.length === 0) throw new AppFailure(appError('not_found'));
  const read = [];
  for (const { id } of accounts) read.push(await syncOne(session, id));
  print({ accounts: read });
}

async function syncOne({ inbox, signal }: Session, accountId: string): Promise<object> {
  const report = await syncAccount(inbox, accountId, {
    depth: 'complete',
    signal,
    onProgress: (items) => progress(`${accountId}: ${items} items`),
  });
  progressDone();
  const counts = inbox.store.accountCounts(accountId);
  const has = { conversations: counts.conversations, messages: counts.messages };
  if (!report.ok) {
    fail(report.error);
    return { id: accountId, complete: false, error: report.error.code, ...has };
  }
  const { complete, items, events, setAside, failures, stopped } = report.value;
  return {
    id: accountId,
    complete,
    error: null,
    items,
    newEvents: events,
    setAside,
    failures: failures.map((failure) => failure.code),
    stopped: stopped.map(({ source, error }) => ({ source, error: error.code })),
    sources: coverageValues(inbox, accountId),
    ...has,
  };
}

/** One account's failure stops no other; the command has failed all the same. */
function fail(error: AppError): void {
  printError(error);
  process.exitCode = EXIT.failed;
}
