import type { AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock, Ids } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { CheckReport, WritableStore } from '../ports/store.ts';
import { startCaretaker, type Caretaker } from './caretaker.ts';
import { checkpoint } from './database.ts';
import { markClosed, markInUse } from './opening/marker.ts';
import { openFiles, type OpenedFiles } from './opening/open-files.ts';
import type { Recovery } from './opening/recovery.ts';
import { bringBackLost } from './opening/replay.ts';
import { profileFiles, type ProfileFiles } from './profile-files.ts';
import { diskErrorOf, withDiskErrors } from './sqlite-errors.ts';

export interface OpenOptions {
  /** The workspace's folder; made when it is not there. */
  readonly profileDir: string;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Names this machine in the logical clock; stays the same from start to start. */
  readonly node: string;
  readonly logger?: Logger;
  /** Told what the check beside the work found (decision 0040). Not called when it did not end. */
  readonly onChecked?: (report: CheckReport) => void;
  /** Told once when the work or the check beside it meets damage: the next opening recovers. */
  readonly onDamage?: () => void;
  /** False for short-lived programs: no check and no backup beside the work. */
  readonly caretaker?: boolean;
}

/** An open store, and what had to be done to open it. */
export interface OpenedStore extends WritableStore {
  /** What was lost and what was done about it; null after an ordinary opening. Must be told. */
  readonly recovered: Recovery | null;
}

/**
 * Opens the workspace in `profileDir`, or makes a new one there. Errors: `workspace_newer` (nothing
 * touched), `workspace_read_only`, `workspace_missing`, `workspace_locked`, `disk_full`,
 * `runtime_too_old`. Damage is no error: it is recovered from, and told in `recovered`.
 */
export function openStore(options: OpenOptions): Result<OpenedStore, AppError> {
  try {
    return ok(withDiskErrors(() => open(options)));
  } catch (cause) {
    const error = diskErrorOf(cause);
    if (error === null) throw cause;
    options.logger?.warn('store.refused', { code: error.code });
    return err(error);
  }
}

/** Whether anything met damage since the opening: the next one then looks before it trusts. */
interface Health {
  suspect: boolean;
}

function open(options: OpenOptions): OpenedStore {
  const { clock, ids, node } = options;
  const files = profileFiles(options.profileDir);
  const health: Health = { suspect: false };
  const onDamage = (): void => {
    if (health.suspect) return;
    health.suspect = true;
    options.onDamage?.();
  };
  const opened = openFiles(files, { clock, ids, node, onDamage });
  markInUse(files);
  const recovered = opened.loss === null ? null : bringBackLost(files, opened, clock.now());
  if (recovered !== null) options.logger?.warn('store.recovered', { ...recovered });
  const caretaker = options.caretaker === false ? null : careFor(options, files, opened, onDamage);
  return {
    ...opened.store.methods,
    recovered,
    close: () => {
      caretaker?.stop();
      withDiskErrors(() => closeFiles(files, opened, health));
    },
  };
}

function careFor(
  { clock, logger, onChecked }: OpenOptions,
  files: ProfileFiles,
  { db }: OpenedFiles,
  onDamage: () => void,
): Caretaker {
  return startCaretaker({
    files,
    db,
    clock,
    logger,
    onChecked: (report) => {
      if (!report.ok) {
        onDamage();
        logger?.warn('store.damage_found', { findings: report.findings.length });
      }
      onChecked?.(report);
    },
  });
}

/** Ends in order: everything in the one file, and the mark that says so. */
function closeFiles(files: ProfileFiles, { db, store }: OpenedFiles, health: Health): void {
  if (!db.open) return;
  store.journal.close();
  try {
    // Nobody is waited for: what a reader keeps from being moved stays in the WAL and is safe.
    db.pragma('busy_timeout = 0');
    db.pragma('optimize');
    checkpoint(db);
    if (!health.suspect) markClosed(files);
  } finally {
    db.close();
  }
}
