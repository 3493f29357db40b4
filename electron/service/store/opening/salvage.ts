import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DomainEvent } from '../../../../shared/domain/event.ts';
import { parseHlc } from '../../../../shared/domain/hlc.ts';
import { eventReader } from '../event-log.ts';
import type { ProfileFiles } from '../profile-files.ts';
import { isSqliteError } from '../sqlite-errors.ts';
import { openFile, type ReadDb } from '../sqlite.ts';
import type { JournalEntry } from '../writer/outbox-journal.ts';

/** Runs a read of damaged data; null where it cannot be read. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (cause) {
    // In a damaged file anything may fail: a table is gone, a payload is not JSON any more.
    if (cause instanceof SyntaxError || isSqliteError(cause)) return null;
    throw cause;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A flipped byte can leave a row that reads but is no fact: such a one is left behind. */
function isFact(value: unknown): value is DomainEvent {
  if (!isObject(value) || !('opId' in value) || !('hlc' in value)) return false;
  const { opId, hlc } = value;
  return (
    typeof opId === 'string' &&
    /^[0-9a-f-]{36}$/.test(opId) &&
    typeof hlc === 'string' &&
    parseHlc(hlc) !== null &&
    'happenedAtMs' in value &&
    Number.isInteger(value.happenedAtMs) &&
    'payload' in value &&
    isObject(value.payload)
  );
}

/**
 * The facts that can still be read in a damaged database set aside in `folder`: each row by itself,
 * so that one bad page costs only what is on it. Empty when nothing can be opened.
 */
export function salvageEvents(files: ProfileFiles, folder: string): readonly DomainEvent[] {
  const file = join(folder, basename(files.database));
  if (!existsSync(file)) return [];
  const db = attempt(() => openFile(file, { readonly: true }));
  if (db === null) return [];
  try {
    return attempt(() => readAll(db)) ?? [];
  } finally {
    db.close();
  }
}

function readAll(db: ReadDb): readonly DomainEvent[] {
  const reader = eventReader(db);
  const found: DomainEvent[] = [];
  const last = attempt(() => reader.lastSeq()) ?? 0;
  for (let seq = 1; seq <= last; seq += 1) {
    const event = attempt(() => reader.bySeq(seq));
    if (isFact(event)) found.push(event);
  }
  return found;
}

/** The lines of a journal that hold together: a crash may have cut the last one off. */
export const readEntries = (text: string): readonly JournalEntry[] =>
  text.split('\n').flatMap((line): readonly JournalEntry[] => {
    const entry = line === '' ? null : attempt(() => JSON.parse(line) as Partial<JournalEntry>);
    if (!isFact(entry?.event)) return [];
    return [{ event: entry.event, opened: isFact(entry.opened) ? entry.opened : null }];
  });

/** The journal's facts, oldest first, with those that opened the conversations. */
export const readJournal = (file: string): readonly DomainEvent[] =>
  existsSync(file)
    ? readEntries(readFileSync(file, 'utf8')).flatMap(({ event, opened }) =>
        opened === null ? [event] : [opened, event],
      )
    : [];
