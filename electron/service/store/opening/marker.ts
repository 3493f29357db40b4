import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { syncPath } from '../backup.ts';
import type { ProfileFiles } from '../profile-files.ts';

const markerSchema = z.object({ databaseId: z.string().min(1) });

/** The id of the database that belongs here; null without a readable marker. */
export function readMarker({ marker }: ProfileFiles): string | null {
  if (!existsSync(marker)) return null;
  try {
    return markerSchema.parse(JSON.parse(readFileSync(marker, 'utf8'))).databaseId;
  } catch {
    // Unreadable counts as absent: it repeats what the database says and is written anew.
    return null;
  }
}

/** Writes down that `databaseId` belongs here. */
export function writeMarker({ marker }: ProfileFiles, databaseId: string): void {
  const temporary = `${marker}.new`;
  writeFileSync(temporary, `${JSON.stringify({ databaseId })}\n`, { mode: 0o600 });
  syncPath(temporary);
  renameSync(temporary, marker);
  syncPath(dirname(marker));
}

/** Whether the last session did not close the database. */
export const endedUncleanly = ({ inUse }: ProfileFiles): boolean => existsSync(inUse);

/** From here on an end without {@link markClosed} is an unclean one. */
export function markInUse({ inUse }: ProfileFiles): void {
  writeFileSync(inUse, '', { mode: 0o600 });
}

/** Everything is in the database file. */
export function markClosed({ inUse }: ProfileFiles): void {
  rmSync(inUse, { force: true });
}
