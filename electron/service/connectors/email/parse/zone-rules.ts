import ICAL from 'ical.js';
import type { ZoneRules } from './event-time.ts';

/** A zone has two rules, or a few that followed each other. */
const MAX_RULES = 20;
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
  for (const component of calendar.getAllSubcomponents('vtimezone').slice(0, MAX_RULES)) {
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
  return (
    rules.length > 0 &&
    rules.length <= MAX_RULES &&
    rules.every(
      (rule) =>
        rule.getAllProperties('rdate').length === 0 &&
        rule.getAllProperties('dtstart').length === 1 &&
        rule.getAllProperties('rrule').every((one) => isPlainRule(one)),
    ) &&
    rules.flatMap((rule) => rule.getAllProperties('rrule')).length <= MAX_RULES
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
