import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 1_000_000;

export type ShellLog = (
  event: string,
  fields?: Readonly<Record<string, string | number | null>>,
) => void;

/**
 * Opens `<dir>/shell.log`: one JSON object per line on starts, ends and failures of the parts,
 * which the service cannot write when it is the one that died. Callers give codes and counts only.
 */
export function openShellLog(dir: string): ShellLog {
  const file = join(dir, 'shell.log');
  makeRoom(dir, file);
  return (event, fields = {}) => {
    try {
      const line = JSON.stringify({ at: new Date().toISOString(), event, ...fields });
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // A log that cannot be written never stops the work.
    }
  };
}

function makeRoom(dir: string, file: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (statSync(file).size > MAX_BYTES) renameSync(file, join(dir, 'shell.1.log'));
  } catch {
    // No file yet.
  }
}
