import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const folders = ['electron', 'renderer', 'shared', 'build/config'];
const files = ['package-lock.json', 'package.json'];

/**
 * Returns a hash of everything that the bundles are made of. Content and not dates: a fresh clone or a
 * change that was taken back gives the same.
 */
export function sourcesHash(root: string): string {
  const nested = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash('sha256');
  for (const file of [...files.map((name) => join(root, name)), ...nested].toSorted()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const stamp = (dist: string): string => join(dist, '.stamp');

/** Returns whether the folder `dist` was made from the sources of this hash. */
export const isBuilt = (dist: string, hash: string): boolean =>
  existsSync(stamp(dist)) && readFileSync(stamp(dist), 'utf8') === hash;

/** Notes that the folder `dist` was made from the sources of this hash. */
export const markBuilt = (dist: string, hash: string): void => writeFileSync(stamp(dist), hash);

/** Makes the next start build again: something else is about to write into `dist`. */
export const forgetBuilt = (dist: string): void => rmSync(stamp(dist), { force: true });
