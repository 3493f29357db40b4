import { Temporal } from 'temporal-polyfill';

/** A zone's offsets as stretches: stretch `i` ends at `untilMs[i]` (the last never) and lies `offsetMs[i]` ahead of UTC. */
export interface ZoneOffsets {
  readonly untilMs: readonly number[];
  readonly offsetMs: readonly number[];
}

/** Says whether `zone` names an IANA time zone that this runtime knows. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

const known = new Map<string, ZoneOffsets>();

/**
 * Returns the offsets that `zone` has between two instants. Asking Temporal for the few changes of
 * a year, instead of for every day, is what makes compiling cheap. Throws a RangeError for a zone
 * that does not exist: check with `isTimeZone` at the door.
 */
export function zoneOffsets(zone: string, fromMs: number, toMs: number): ZoneOffsets {
  const key = `${zone} ${fromMs} ${toMs}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = readOffsets(zone, fromMs, toMs);
  known.set(key, made);
  return made;
}

function readOffsets(zone: string, fromMs: number, toMs: number): ZoneOffsets {
  const untilMs: number[] = [];
  const offsetMs: number[] = [];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone);
  while (at !== null) {
    offsetMs.push(at.offsetNanoseconds / 1e6);
    at = at.getTimeZoneTransition('next');
    if (at !== null && at.epochMilliseconds >= toMs) at = null;
    untilMs.push(at === null ? Infinity : at.epochMilliseconds);
  }
  return { untilMs, offsetMs };
}

/** Returns how far the zone lies ahead of UTC at an instant, milliseconds. */
export function offsetAt(offsets: ZoneOffsets, instantMs: number): number {
  return offsets.offsetMs[stretchOf(offsets, (until) => instantMs < until)] ?? 0;
}

/**
 * Returns the instant of a wall-clock time, which is given as if it were UTC. A time that a clock
 * change skips goes to the later instant, one that happens twice to the first: in both cases that
 * is the reading with the offset before the change (Temporal's `compatible`).
 */
export function instantOfLocal(offsets: ZoneOffsets, localMs: number): number {
  const { offsetMs } = offsets;
  const index = stretchOf(offsets, (until, i) => {
    const before = offsetMs[i] ?? 0;
    return localMs < until + Math.max(before, offsetMs[i + 1] ?? before);
  });
  return localMs - (offsetMs[index] ?? 0);
}

/** Binary search for the first stretch that `holds`; the last one always does. */
function stretchOf(
  { untilMs }: ZoneOffsets,
  holds: (untilMs: number, index: number) => boolean,
): number {
  let low = 0;
  let high = untilMs.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(untilMs[middle] ?? Infinity, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
