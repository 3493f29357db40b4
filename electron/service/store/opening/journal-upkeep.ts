import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncPath } from '../backup.ts';
import type { EventReader } from '../event-log.ts';
import { readEntries } from './salvage.ts';

/** Settled replies stay in the journal this long: longer than any backup that could be restored. */
const KEPT_MS = 60 * 24 * 60 * 60 * 1000;

/**
 * Shortens the journal after an ordinary opening. The database is sound then, so a fact it does not
 * know was never committed (a crash came between the two) and goes; old facts go too.
 */
export function tidyJournal(file: string, events: EventReader, nowMs: number): void {
  if (!existsSync(file)) return;
  const before = readFileSync(file, 'utf8');
  const kept = readEntries(before).filter(
    ({ event }) => events.knows(event.opId) && event.observedAtMs > nowMs - KEPT_MS,
  );
  const after = kept.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  if (after === before) return;
  const temporary = `${file}.new`;
  writeFileSync(temporary, after, { mode: 0o600 });
  syncPath(temporary);
  renameSync(temporary, file);
  syncPath(dirname(file));
}
