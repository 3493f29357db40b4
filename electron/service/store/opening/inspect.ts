import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { ProfileFiles } from '../profile-files.ts';

/** "RISC": tells our databases from anybody else's SQLite file. */
export const APPLICATION_ID = 0x52_49_53_43;

/**
 * What can be wrong with a workspace's files; decides what is told to the person.
 * - `file_missing`: there should be a database and there is no file
 * - `foreign_database`: a database, but none of ours
 * - `pages_damaged`: pages or rows do not hold together
 * - `changes_missing`: the newest changes (the WAL) were taken away; the rest is sound
 * - `other_database`: a sound database of ours, but not the one that was here
 */
export const DAMAGES = [
  'file_missing',
  'file_empty',
  'not_a_database',
  'foreign_database',
  'pages_damaged',
  'changes_missing',
  'other_database',
] as const;

export type Damage = (typeof DAMAGES)[number];

/** What lies in a workspace folder, from names and the first bytes; nothing is opened. */
export type Inspection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'damage'; readonly damage: Damage }
  | { readonly kind: 'database'; readonly version: number };

// https://www.sqlite.org/fileformat.html#the_database_header
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  return header;
}

/**
 * Looks before anything is opened: SQLite itself takes a zero-length file for a new database, and
 * would give a foreign one our tables. `expected`: something tells that a database was here.
 */
export function inspect({ database }: ProfileFiles, expected: boolean): Inspection {
  if (!existsSync(database)) {
    return expected ? { kind: 'damage', damage: 'file_missing' } : { kind: 'nothing' };
  }
  if (statSync(database).size === 0) return { kind: 'damage', damage: 'file_empty' };
  const header = readHeader(database);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    return { kind: 'damage', damage: 'not_a_database' };
  }
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    return { kind: 'damage', damage: 'foreign_database' };
  }
  return { kind: 'database', version: header.readUInt32BE(USER_VERSION_AT) };
}
