import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Secrets } from '../ports/secrets.ts';
import { codeOf, diskError } from './disk-error.ts';
import { writeAtomic } from './write-atomic.ts';

/** The system's keychain, reached through the shell; each answer is null when it cannot. */
export interface Keychain {
  seal(value: string): Promise<string | null>;
  open(value: string): Promise<string | null>;
}

export interface SecretsOptions {
  /** `secrets.json` of the workspace. */
  readonly file: string;
  /** Null for the command line, which has no shell. */
  readonly keychain: Keychain | null;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
}

const entrySchema = z.union([z.object({ sealed: z.string() }), z.object({ plain: z.string() })]);
const fileSchema = z.object({ version: z.literal(1), entries: z.record(z.string(), entrySchema) });
type Entries = Readonly<Record<string, z.infer<typeof entrySchema>>>;

/**
 * Tokens in one file beside the database, readable by its owner only. Values are sealed when the
 * keychain can; without one they rest on the file's mode alone (decision 0021).
 */
export function openSecrets(options: SecretsOptions): Secrets {
  const { file, keychain } = options;
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: two writers would undo each other. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task, task);
    last = turn.catch(() => {});
    return turn;
  };
  const change = async (edit: (entries: Entries) => Entries): Promise<Result<void, AppError>> => {
    const entries = edit(await readEntries(options));
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeAtomic(file, `${JSON.stringify({ version: 1, entries }, null, 2)}\n`, 0o600);
      return ok(undefined);
    } catch (cause) {
      options.logger.error('secrets.write', cause);
      return err(diskError(cause));
    }
  };

  return {
    get: (name) =>
      inTurn(async () => {
        const entries = await readEntries(options);
        const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
        if (entry === undefined) return err(appError('secret_missing'));
        if ('plain' in entry) return ok(entry.plain);
        const value = (await keychain?.open(entry.sealed)) ?? null;
        return value === null ? err(appError('secret_sealed')) : ok(value);
      }),
    set: (name, value) =>
      inTurn(async () => {
        const sealed = (await keychain?.seal(value)) ?? null;
        const entry = sealed === null ? { plain: value } : { sealed };
        return change((entries) => ({ ...entries, [name]: entry }));
      }),
    // Beside the turns: a keychain may ask the person first, and a look must not wait for that.
    isSealed: async (name) => {
      const { entries } = (await readSecrets(file)) ?? { entries: {} };
      const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
      return entry === undefined ? null : 'sealed' in entry;
    },
    remove: (name) =>
      inTurn(async () => {
        const removed = await change(({ [name]: _gone, ...rest }) => rest);
        if (!removed.ok) options.logger.warn('secrets.remove', { code: removed.error.code });
      }),
  };
}

/** A missing file is empty; an unreadable one is moved aside, never overwritten. */
async function readEntries({ file, clock, logger }: SecretsOptions): Promise<Entries> {
  const found = await readSecrets(file);
  if (found !== null) return found.entries;
  await rename(file, `${file}.broken-${clock.now()}`);
  logger.warn('secrets.broken_moved_aside');
  return {};
}

/** Null when the file does not parse; a missing one is empty. */
async function readSecrets(file: string): Promise<{ readonly entries: Entries } | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return { entries: {} };
    throw cause;
  }
  return fileSchema.safeParse(parseJson(text)).data ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
