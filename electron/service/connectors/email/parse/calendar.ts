import ICAL from 'ical.js';
import type { CalendarEvent, EventTime } from '../../../../../shared/domain/mail/readable.ts';
import type { MailAddress } from '../../../../../shared/domain/mail/types.ts';
import { oneLine } from '../../../../../shared/domain/text.ts';
import { dayBefore, eventTime, later, type ZoneRules } from './event-time.ts';
import { zoneRules } from './zone-rules.ts';

/** Invitations are a few kilobytes; longer ones are whole calendars. */
const MAX_BYTES = 512 * 1024;
const MAX_LINE = 300;
const MAX_NOTES = 20_000;

/** Returns the event in a calendar file; null when there is none that can be read. Never throws. */
export function calendarEvent(bytes: Uint8Array): CalendarEvent | null {
  if (bytes.length > MAX_BYTES) return null;
  try {
    return eventIn(new TextDecoder().decode(bytes));
  } catch {
    // The library says by throwing what is no calendar.
    return null;
  }
}

function eventIn(source: string): CalendarEvent | null {
  const parsed: unknown = ICAL.parse(source.trim());
  const calendars = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
  const calendar = new ICAL.Component(calendars[0] as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  // One that is moved within a series stands beside the series itself.
  const event = events.find((one) => !one.hasProperty('recurrence-id')) ?? events[0];
  if (event === undefined) return null;
  const found = told(event, {
    method: methodOf(calendar, event),
    rules: zoneRules(calendar),
    more: events.length - 1,
  });
  return found.title === '' && found.starts === null ? null : found;
}

interface Surroundings extends Pick<CalendarEvent, 'method' | 'more'> {
  readonly rules: ZoneRules;
}

function told(event: ICAL.Component, { method, rules, more }: Surroundings): CalendarEvent {
  const starts = timeOf(event, 'dtstart', rules);
  const attendees = event.getAllProperties('attendee');
  const [answering] = attendees;
  return {
    method,
    title: line(event, 'summary'),
    where: line(event, 'location'),
    notes: words(event, 'description').slice(0, MAX_NOTES),
    starts,
    ends: endOf(event, starts, rules),
    recurs: event.hasProperty('rrule') || event.hasProperty('rdate'),
    organiser: person(event.getFirstProperty('organizer')),
    attendees: attendees.length,
    answer: method === 'reply' ? answerOf(answering ?? null) : null,
    more,
  };
}

function methodOf(calendar: ICAL.Component, event: ICAL.Component): CalendarEvent['method'] {
  const method = words(calendar, 'method').toLowerCase();
  if (method === 'cancel' || words(event, 'status').toLowerCase() === 'cancelled') return 'cancel';
  return method === 'request' || method === 'reply' ? method : 'publish';
}

/** A property's value as text; the library gives texts, numbers and objects. */
function words(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n') : '';
}

const line = (component: ICAL.Component, name: string): string =>
  oneLine(words(component, name), MAX_LINE);

function timeOf(component: ICAL.Component, name: string, rules: ZoneRules): EventTime | null {
  const property = component.getFirstProperty(name);
  return property === null ? null : eventTime(raw(property), parameter(property, 'tzid'), rules);
}

/** A value as it stands in jCal (RFC 7265): times as text, before anybody reckons with them. */
function raw(property: ICAL.Property): string {
  const json: unknown = property.toJSON();
  const value: unknown = Array.isArray(json) ? json[3] : null;
  return typeof value === 'string' ? value : '';
}

function parameter(property: ICAL.Property, name: string): string {
  const value: unknown = property.getFirstParameter(name);
  return typeof value === 'string' ? value : '';
}

function endOf(
  event: ICAL.Component,
  starts: EventTime | null,
  rules: ZoneRules,
): EventTime | null {
  const end = timeOf(event, 'dtend', rules);
  if (end !== null) return dayBefore(end, starts);
  const duration = event.getFirstProperty('duration');
  if (duration === null || starts === null) return null;
  const seconds = ICAL.Duration.fromString(raw(duration)).toSeconds();
  const after = later(starts, seconds * 1000);
  return after === null ? null : dayBefore(after, starts);
}

function person(property: ICAL.Property | null): MailAddress | null {
  if (property === null) return null;
  const address = oneLine(raw(property).replace(/^mailto:/i, ''), 320);
  const name = oneLine(parameter(property, 'cn'), MAX_LINE);
  return address === '' ? null : { name: name === '' ? null : name, address };
}

function answerOf(property: ICAL.Property | null): CalendarEvent['answer'] {
  const by = person(property);
  if (by === null || property === null) return null;
  const said = parameter(property, 'partstat').toLowerCase();
  const isKnown = said === 'accepted' || said === 'declined' || said === 'tentative';
  return { by, says: isKnown ? said : 'other' };
}
