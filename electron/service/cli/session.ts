import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { appError, AppFailure } from '../../../shared/kernel/app-error.ts';
import { dataFolders } from '../../../shared/kernel/data-folders.ts';
import { runtimeCanRun } from '../host/index.ts';
import { openFileLogger } from '../system/file-logger.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Inbox } from '../usecases/inbox.ts';
import { need, printWarning } from './output.ts';

/** What every command understands. */
export interface GlobalOptions {
  readonly profile?: string;
  readonly practice?: boolean;
}

/** What a command works with. */
export interface Session {
  readonly inbox: Inbox;
  /** Aborts when the person stops the command. */
  readonly signal: AbortSignal;
}

/** What of the service a command needs beside the store. */
export interface SessionNeeds {
  /** Talks to the sources. */
  readonly online?: boolean;
  /** Sends what is due in the outbox. */
  readonly outbox?: boolean;
}

/** Opens the workspace, runs the command in it, and closes it in any case. Throws AppFailure. */
export async function inWorkspace<T>(
  options: GlobalOptions,
  needs: SessionNeeds,
  run: (session: Session) => Promise<T> | T,
): Promise<T> {
  if (!runtimeCanRun()) throw new AppFailure(appError('runtime_too_old'));
  const { workspaceDir, logDir } = foldersOf(options);
  const { createService } = await import('../wire.ts');
  const logger = openFileLogger({ dir: logDir, clock: systemClock });
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    const service = need(
      createService({
        profileDir: workspaceDir,
        program: 'cli',
        logger,
        keychain: null,
        jobs: { sync: false, outbox: needs.outbox ?? false },
        online: needs.online ?? false,
        caretaker: false,
        undoMs: 0,
      }),
    );
    if (service.recovered !== null) printWarning('workspace_damaged', { ...service.recovered });
    try {
      await service.begin();
      return await run({ inbox: service.inbox, signal: stop.signal });
    } finally {
      await service.close();
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    logger.close();
  }
}

function foldersOf({ profile, practice }: GlobalOptions): ReturnType<typeof dataFolders> {
  return dataFolders({
    platform: process.platform,
    env: process.env,
    home: homedir(),
    profileDir: profile === undefined ? undefined : resolve(profile),
    practice: practice ?? false,
  });
}
