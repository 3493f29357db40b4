import { formatDay, parseDay } from '../../../shared/domain/calendar/days.ts';
import { instantOfLocal, zoneOffsets } from '../../../shared/domain/calendar/zone.ts';

const DAY_MS = 86_400_000;

/**
 * Returns the instant that `text` means: an ISO instant as it is; a date `YYYY-MM-DD` as local
 * midnight in `zone`, at its start, or at its end for the end of a period, so that both dates of a
 * period are in it. Null when it is neither.
 */
export function instantOf(text: string, zone: string, edge: 'start' | 'end'): number | null {
  const day = parseDay(text);
  // `2026-02-31` reads as a day of March; nobody means that.
  if (day !== null && formatDay(day) === text) {
    const localMs = (day + (edge === 'end' ? 1 : 0)) * DAY_MS;
    return instantOfLocal(zoneOffsets(zone, localMs - 2 * DAY_MS, localMs + 2 * DAY_MS), localMs);
  }
  const instantMs = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instantMs) ? null : instantMs;
}
