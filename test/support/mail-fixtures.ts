import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'fixtures', 'email');

/** Returns the fixtures of that ending below a folder, sorted, as paths from it without the ending. */
export const mailFixtures = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(FOLDER, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => path.slice(0, -ending.length).replaceAll('\\', '/'))
    .toSorted();

/** Returns the bytes of a fixture. */
export const mailFixture = (...path: readonly string[]): Buffer =>
  readFileSync(join(FOLDER, ...path));
