import { instantOfLocal, offsetAt, zoneOffsets, type ZoneOffsets } from '../calendar/zone.ts';

/** Months of a wall clock. Offsets are read for these years; outside, the nearest one holds. */
const FROM_MS = Date.UTC(2004, 0, 1);
const TO_MS = Date.UTC(2041, 0, 1);

const offsetsOf = (zone: string): ZoneOffsets => zoneOffsets(zone, FROM_MS, TO_MS);

/** Returns the month `YYYY-MM` that an instant falls in on the clocks of `zone`. */
export const monthKey = (instantMs: number, zone: string): string =>
  new Date(instantMs + offsetAt(offsetsOf(zone), instantMs)).toISOString().slice(0, 7);

/** Returns the half-open bounds of a month `YYYY-MM` in `zone`, UTC milliseconds. */
export function monthBounds(
  key: string,
  zone: string,
): { readonly fromMs: number; readonly toMs: number } {
  const offsets = offsetsOf(zone);
  const localFrom = Date.parse(`${key}-01T00:00:00Z`);
  const month = new Date(localFrom);
  const localTo = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1);
  return { fromMs: instantOfLocal(offsets, localFrom), toMs: instantOfLocal(offsets, localTo) };
}

/** Returns the `count` months that end with `key`, oldest first. */
export function monthsThrough(key: string, count: number): readonly string[] {
  const last = new Date(Date.parse(`${key}-01T00:00:00Z`));
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - (count - 1 - index), 1))
      .toISOString()
      .slice(0, 7),
  );
}
