import {
  instantOfLocal,
  isTimeZone,
  zoneOffsets,
} from '../../../../../shared/domain/calendar/zone.ts';
import type { EventTime } from '../../../../../shared/domain/mail/readable.ts';
import { oneLine } from '../../../../../shared/domain/text.ts';

/** What a calendar file itself says of a zone: the offset from UTC of a local time there; null: nothing. */
export type ZoneRules = (tzid: string, localMs: number) => number | null;

const DAY_MS = 86_400_000;
/** Calendars of people. Zones beyond it are guesses. */
const FIRST_MS = Date.UTC(1970, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1);

const TIME = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z?))?$/;

/** Returns a time from its jCal form and the zone that stands beside it; null: it is none. */
export function eventTime(value: string, tzid: string, rules: ZoneRules): EventTime | null {
  const wall = value.replace(/Z$/, '');
  const localMs = localOf(wall);
  if (localMs === null) return null;
  if (!wall.includes('T')) return { wall, zone: null, atMs: null };
  if (value.endsWith('Z')) return { wall, zone: 'UTC', atMs: localMs };
  if (tzid === '') return { wall, zone: null, atMs: null };
  const zone = ianaName(tzid);
  if (zone !== null) return { wall, zone, atMs: instantIn(zone, localMs) };
  const offsetMs = rules(tzid, localMs);
  return {
    wall,
    zone: oneLine(tzid, 100),
    atMs: offsetMs === null ? null : localMs - offsetMs,
  };
}

/** The end of whole days is the day after the last one (RFC 5545, 3.6.1): returns the last one. */
export function dayBefore(end: EventTime, starts: EventTime | null): EventTime {
  const localMs = localOf(end.wall);
  if (localMs === null || end.wall.includes('T')) return end;
  const wall = new Date(localMs - DAY_MS).toISOString().slice(0, 10);
  return starts !== null && wall < starts.wall ? starts : { ...end, wall };
}

/** Returns the time so much later; null beyond all calendars. */
export function later(time: EventTime, ms: number): EventTime | null {
  const localMs = (localOf(time.wall) ?? Number.NaN) + ms;
  if (!(localMs >= FIRST_MS && localMs < LAST_MS)) return null;
  const wall = new Date(localMs).toISOString().slice(0, time.wall.length);
  return { ...time, wall, atMs: time.atMs === null ? null : time.atMs + ms };
}

/** A wall clock's time as if it stood in Greenwich; null: there is no such time, or nobody lives then. */
function localOf(wall: string): number | null {
  const found = TIME.exec(wall);
  if (found === null) return null;
  const ms = Date.parse(found[4] === undefined ? `${wall}T00:00:00Z` : `${wall}Z`);
  // 30 February is 2 March to some.
  const isTrue = ms >= FIRST_MS && ms < LAST_MS && new Date(ms).toISOString().startsWith(wall);
  return isTrue ? ms : null;
}

function instantIn(zone: string, localMs: number): number {
  // A year at a time: what was reckoned once is kept, by zone and stretch.
  const year = new Date(localMs).getUTCFullYear();
  const [fromMs, toMs] = [Date.UTC(year, 0, 1) - 2 * DAY_MS, Date.UTC(year + 1, 0, 1) + 2 * DAY_MS];
  return instantOfLocal(zoneOffsets(zone, fromMs, toMs), localMs);
}

/** Some programs put a name of theirs before that of the zone: `/citadel.org/20210210_1/Europe/Rome`. */
function ianaName(tzid: string): string | null {
  const steps = tzid.slice(0, 200).split('/');
  const names = [tzid.slice(0, 200), steps.slice(-2).join('/'), steps.slice(-3).join('/')];
  return (
    names.find((name) => /^[A-Z][\w+-]*(?:\/[\w+-]+)*$/.test(name) && isTimeZone(name)) ?? null
  );
}
