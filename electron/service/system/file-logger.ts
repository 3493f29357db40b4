import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../ports/clock.ts';
import type { LogFields, Logger } from '../ports/logger.ts';
import { safeError, safeFields, safeString } from './log-value.ts';

export interface FileLoggerOptions {
  readonly dir: string;
  readonly clock: Pick<Clock, 'now'>;
  /** A file is put aside when a line would make it larger. Default 5 MB. */
  readonly maxBytes?: number;
  /** How many files are kept, the current one included. Default 5. */
  readonly maxFiles?: number;
}

export interface FileLogger extends Logger {
  /** The current file. */
  readonly file: string;
  close(): void;
}

/**
 * Writes one JSON object per line to `<dir>/service.log`; older files are `service.1.log` and up.
 * Lines are few and written at once, so that the last one before a crash is there. A log that
 * cannot be written is given up silently: logging never stops the work.
 */
export function openFileLogger(options: FileLoggerOptions): FileLogger {
  const { dir, clock, maxBytes = 5_000_000, maxFiles = 5 } = options;
  const file = join(dir, 'service.log');
  let open = openCurrent(dir, file);

  const write = (level: string, event: string, fields: object): void => {
    const line = Buffer.from(
      `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event: safeString(event), ...fields })}\n`,
    );
    try {
      if (open !== null && open.bytes > 0 && open.bytes + line.length > maxBytes) {
        closeSync(open.descriptor);
        rotate(dir, maxFiles);
        open = openCurrent(dir, file);
      }
      if (open === null) return;
      writeSync(open.descriptor, line);
      open.bytes += line.length;
    } catch {
      open = null;
    }
  };

  return {
    file,
    info: (event, fields = {}) => write('info', event, { ...safeFields(fields) }),
    warn: (event, fields = {}) => write('warn', event, { ...safeFields(fields) }),
    error: (event: string, cause: unknown, fields: LogFields = {}) =>
      write('error', event, { ...safeFields(fields), error: safeError(cause) }),
    close: () => {
      if (open !== null) closeSync(open.descriptor);
      open = null;
    },
  };
}

interface OpenFile {
  readonly descriptor: number;
  bytes: number;
}

function openCurrent(dir: string, file: string): OpenFile | null {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const descriptor = openSync(file, 'a', 0o600);
    return { descriptor, bytes: statSync(file).size };
  } catch {
    return null;
  }
}

/** Moves `service.log` to `service.1.log`, that to `service.2.log`, and drops the oldest. */
function rotate(dir: string, maxFiles: number): void {
  const name = (number: number): string =>
    join(dir, number === 0 ? 'service.log' : `service.${number}.log`);
  rmSync(name(maxFiles - 1), { force: true });
  for (let number = maxFiles - 2; number >= 0; number -= 1) {
    if (existsSync(name(number))) renameSync(name(number), name(number + 1));
  }
}
