import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** Returns whether a process with this id runs, be it ours or another person's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/**
 * Returns a mark of when this process began, which a later process with the same id does not
 * share; null where the system does not tell (Windows) or the process is gone.
 */
export function birthMark(pid: number): string | null {
  try {
    if (process.platform === 'linux') return linuxStartTicks(pid);
    if (process.platform === 'darwin') {
      return execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        env: { LC_ALL: 'C' },
      }).trim();
    }
  } catch {
    return null;
  }
  return null;
}

/** Returns when this machine was started, UTC milliseconds, good to a second or so. */
export const bootedAtMs = (nowMs: number): number => nowMs - uptime() * 1000;

/** Field 22 of proc(5) `stat`: clock ticks after boot. The name before it may hold spaces. */
function linuxStartTicks(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return afterName[19] ?? null;
}
