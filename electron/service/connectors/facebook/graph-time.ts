const FACEBOOK_BEGAN_MS = Date.UTC(2004, 1, 4);
const DAY_MS = 86_400_000;

const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Returns the instant of Graph's `2014-09-20T12:59:48+0000` or of an ISO text, in UTC milliseconds,
 * or null when it is none or cannot be true: before Facebook began (4 February 2004) or more than a
 * day ahead of our clock (clocks differ, but not by that).
 */
export function graphTimeMs(value: unknown, nowMs: number): number | null {
  const match = typeof value === 'string' ? FORM.exec(value) : null;
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone = 'Z'] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const date = `${year}-${month}-${day}`;
  const ms = Date.parse(`${date}T${hour}:${minute}:${second}${offset}`);
  // Date.parse may let 30 February pass as 1 March.
  if (Number.isNaN(ms) || !existsOnCalendar(date)) return null;
  return ms >= FACEBOOK_BEGAN_MS && ms <= nowMs + DAY_MS ? ms : null;
}

function existsOnCalendar(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
