import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock, Ids } from '../ports/clock.ts';
import { birthMark, bootedAtMs, isAlive } from './process-life.ts';

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  /** Tells this process from a later one with the same id. */
  birth: z.string().nullable(),
  program: z.enum(['app', 'cli']),
  atMs: z.number(),
});
type Owner = z.infer<typeof ownerSchema>;

export interface LockOptions {
  readonly dir: string;
  readonly program: Owner['program'];
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Ids;
}

/** A workspace that is ours to write. */
export interface WorkspaceLock {
  /** Gives it back; also done when the process ends in order. */
  release(): void;
}

/**
 * Takes the workspace for this process: app and command line must not both write. Errors:
 * `workspace_locked` (with the holder's pid and program), `workspace_read_only`. A lock whose
 * process died, or whose id now belongs to another process, is taken over.
 */
export function lockWorkspace(options: LockOptions): Result<WorkspaceLock, AppError> {
  const { dir, program, clock, ids } = options;
  const file = join(dir, 'workspace.lock');
  const owner: Owner = {
    pid: process.pid,
    birth: birthMark(process.pid),
    program,
    atMs: clock.now(),
  };
  const content = JSON.stringify(owner);
  const temporary = `${file}.${ids.next()}`;
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeDurably(temporary, content);
    // Twice at most: whoever takes the place of a stale lock before us is alive.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (linkAnew(temporary, file)) return ok(heldLock(file, content));
      const held = readText(file);
      if (held === null) continue;
      const holder = readOwner(held);
      if (holder !== null && stillHolds(holder, clock.now())) return err(lockedBy(holder));
      if (!takeAway(file, held, ids)) break;
    }
    return err(appError('workspace_locked'));
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
      return err(appError('workspace_read_only'));
    }
    if (code === 'ENOSPC') return err(appError('disk_full'));
    throw cause;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function heldLock(file: string, content: string): WorkspaceLock {
  const release = (): void => {
    process.off('exit', release);
    // Ours only: somebody may have judged us dead, wrongly, and taken over.
    if (readText(file) === content) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return { release };
}

function stillHolds(holder: Owner, nowMs: number): boolean {
  if (holder.pid === process.pid) return holder.birth === birthMark(process.pid);
  if (!isAlive(holder.pid)) return false;
  const birth = birthMark(holder.pid);
  if (birth !== null && holder.birth !== null) return birth === holder.birth;
  // Where the system tells no birth, a lock from before the last start of the machine is stale.
  return holder.atMs > bootedAtMs(nowMs) - 60_000;
}

/** Moves a stale lock away, unless another process replaced it in the meantime. */
function takeAway(file: string, judged: string, ids: Ids): boolean {
  const aside = `${file}.stale-${ids.next()}`;
  try {
    renameSync(file, aside);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return true;
    throw cause;
  }
  const moved = readText(aside);
  const stale = moved === judged;
  if (!stale && moved !== null) linkAnew(aside, file);
  rmSync(aside, { force: true });
  return stale;
}

/** Gives `existing` the name `file` in one step; false when that name is taken. */
function linkAnew(existing: string, file: string): boolean {
  try {
    linkSync(existing, file);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    if (!NO_LINKS.has(codeOf(cause) ?? '')) throw cause;
  }
  return copyAnew(existing, file);
}

/** What disks without hard links (FAT, some shares) answer. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

function copyAnew(existing: string, file: string): boolean {
  try {
    copyFileSync(existing, file, constants.COPYFILE_EXCL);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

function writeDurably(file: string, content: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}

/** Null for a file that says nothing readable: nobody of ours wrote it whole. */
function readOwner(text: string): Owner | null {
  try {
    const parsed = ownerSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function lockedBy(holder: Owner): AppError {
  return appError('workspace_locked', { pid: holder.pid, program: holder.program });
}

function codeOf(cause: unknown): string | null {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? code : null;
}
