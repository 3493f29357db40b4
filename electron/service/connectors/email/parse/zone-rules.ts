import ICAL from 'ical.js';
import type { ZoneRules } from './event-time.ts';

const MAX_ZONES = 20;
/** A zone has two rules, or a few that followed each other. Each is reckoned year by year. */
const MAX_RULES = 6;
/** Outlook's rules begin in 1601, where Windows begins to count. */
const BEGINS = /^(?:1[6-9]|20)\d\d-/;
/**
 * Rules of zones as calendar programs write them: once a year, on a weekday of a month. Others may be
 * made to be reckoned for hours, and are not believed.
 */
const YEARLY = /^FREQ=YEARLY(?:;(?:INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[\dTZ]{8,16}))*$/;
const MONTH = /^BYMONTH=(?:[1-9]|1[0-2])$/;
const WEEKDAY = /^BYDAY=-?[1-5][A-Z]{2}$/;

/** Returns what a calendar's own VTIMEZONEs say: Outlook's zones have names that only Windows knows. */
export function zoneRules(calendar: ICAL.Component): ZoneRules {
  const zones = new Map<string, ICAL.Timezone>();
  for (const component of calendar.getAllSubcomponents('vtimezone').slice(0, MAX_ZONES)) {
    const tzid: unknown = component.getFirstPropertyValue('tzid');
    if (typeof tzid !== 'string' || !isPlain(component)) continue;
    zones.set(tzid, new ICAL.Timezone({ component, tzid }));
  }
  return (tzid, localMs) => {
    const zone = zones.get(tzid);
    if (zone === undefined) return null;
    const local = new Date(localMs).toISOString().slice(0, 19);
    return zone.utcOffset(ICAL.Time.fromDateTimeString(local)) * 1000;
  };
}

function isPlain(zone: ICAL.Component): boolean {
  const rules = zone.getAllSubcomponents();
  return rules.length > 0 && rules.length <= MAX_RULES && rules.every(isPlainPart);
}

function isPlainPart(part: ICAL.Component): boolean {
  const rules = part.getAllProperties('rrule');
  const begin: unknown = part.getFirstProperty('dtstart')?.toJSON()[3];
  return (
    !part.hasProperty('rdate') &&
    typeof begin === 'string' &&
    BEGINS.test(begin) &&
    rules.length <= 1 &&
    rules.every(isPlainRule)
  );
}

function isPlainRule(property: ICAL.Property): boolean {
  const parts = property
    .toICALString()
    .replace(/^RRULE:/i, '')
    .split(';');
  const rest = parts.filter((part) => !MONTH.test(part) && !WEEKDAY.test(part));
  return parts.length - rest.length === 2 && YEARLY.test(rest.join(';'));
}
