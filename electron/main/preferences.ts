import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { preferencesSchema, type PreferenceValues } from '../../shared/contract/preferences.ts';

/** The shell's memory: look, language, the window's place. */
export interface Preferences {
  values(): PreferenceValues;
  /** Keeps `change` on disk at once; a disk that refuses costs the memory of it, nothing else. */
  update(change: Partial<PreferenceValues>): void;
}

/** Opens the file; one that cannot be read is moved aside and the defaults hold. */
export function openPreferences(file: string): Preferences {
  let values = read(file);
  return {
    values: () => values,
    update: (change) => {
      values = { ...values, ...change };
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, JSON.stringify(values));
        renameSync(`${file}.new`, file);
      } catch {
        // The window's place is not worth a question.
      }
    },
  };
}

function read(file: string): PreferenceValues {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    if (!isMissing(cause)) moveAside(file);
    return {};
  }
}

function moveAside(file: string): void {
  try {
    renameSync(file, `${file}.broken`);
  } catch {
    // Not readable and not movable: the next save says the same.
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
