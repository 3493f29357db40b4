import { open } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { appError, AppFailure, type AppError } from '../../../shared/kernel/app-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { CheckReport } from '../ports/store.ts';
import {
  backupName,
  databaseBytes,
  listBackups,
  nameCopy,
  prepareCopy,
  pruneBackups,
  sqlText,
  temporaryOf,
} from './backup.ts';
import type { ProfileFiles } from './profile-files.ts';
import { runBeside, type BesideRun } from './beside.ts';
import { diskErrorOf } from './sqlite-errors.ts';
import type { ReadDb } from './sqlite.ts';

/** Long enough after the start that the person has the inbox first. */
const FIRST_ROUND_MS = 5_000;
/** How often it looks whether a backup is due. */
const ROUND_MS = 60 * 60 * 1000;
const BACKUP_EVERY_MS = 24 * 60 * 60 * 1000;

export interface CaretakerOptions {
  readonly files: ProfileFiles;
  readonly db: ReadDb;
  readonly clock: Clock;
  readonly logger: Logger | undefined;
  /** Called with what a check found; not called for a check that could not be made. */
  readonly onChecked: (report: CheckReport) => void;
}

export interface Caretaker {
  /** Ends what is under way. */
  stop(): void;
}

/**
 * Looks after the file while the work goes on, in a thread with its own read-only connection: one
 * check soon after the start, a backup a day (decision 0040).
 */
export function startCaretaker(options: CaretakerOptions): Caretaker {
  const { clock, logger } = options;
  let stopped = false;
  let running: BesideRun | null = null;
  let cancel = clock.after(FIRST_ROUND_MS, () => void round(true));

  const beside = async (file: string, sql: string): Promise<readonly string[]> => {
    running = runBeside(file, sql);
    return running.rows;
  };
  const round = async (first: boolean): Promise<void> => {
    try {
      if (first) await check(options, beside);
      if (!stopped && isBackupDue(options)) await backUp(options, beside);
    } catch (cause) {
      if (!stopped) logger?.error('store.caretaker', cause, { code: codeOf(cause) });
    }
    if (!stopped) cancel = clock.after(ROUND_MS, () => void round(false));
  };
  return {
    stop: () => {
      stopped = true;
      cancel();
      running?.stop();
    },
  };
}

type Beside = (file: string, sql: string) => Promise<readonly string[]>;

const codeOf = (cause: unknown): AppError['code'] => diskErrorOf(cause)?.code ?? 'internal';

const reportOf = (rows: readonly string[]): CheckReport =>
  rows.length === 1 && rows[0] === 'ok'
    ? { ok: true, findings: [] }
    : { ok: false, findings: rows.map((row) => `pages: ${row}`) };

async function check({ files, onChecked }: CaretakerOptions, beside: Beside): Promise<void> {
  onChecked(reportOf(await beside(files.database, 'PRAGMA quick_check(1)')));
}

function isBackupDue({ files, clock }: CaretakerOptions): boolean {
  const newest = listBackups(files.backups)[0];
  return newest === undefined || Math.abs(clock.now() - newest.atMs) >= BACKUP_EVERY_MS;
}

/** The copy gets the full check, indexes and text included: what is restored must be whole. */
async function backUp(options: CaretakerOptions, beside: Beside): Promise<void> {
  const { files, db, clock, logger, onChecked } = options;
  const target = join(files.backups, backupName(clock.now()));
  const temporary = temporaryOf(target);
  prepareCopy(target, databaseBytes(db));
  try {
    await beside(files.database, `VACUUM INTO ${sqlText(temporary)}`);
    const report = reportOf(await beside(temporary, 'PRAGMA integrity_check(1)'));
    if (!report.ok) {
      onChecked(report);
      throw new AppFailure(appError('workspace_damaged'));
    }
    const handle = await open(temporary, 'r');
    await handle.sync().finally(() => handle.close());
    nameCopy(target);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
  pruneBackups(files.backups);
  logger?.info('store.backup', { bytes: databaseBytes(db) });
}
