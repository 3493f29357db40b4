import type { CalendarDefinition } from '../calendar/types.ts';
import type { ConversationKind } from '../conversation/types.ts';
import type { SlaPolicy } from './types.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A team as a new workspace knows it; `mark` is its shape on the position map. */
export interface DefaultTeam {
  readonly id: string;
  readonly name: string;
  readonly mark: 'circle' | 'diamond';
}

/** The two teams of a new workspace. */
export const DEFAULT_TEAMS = [
  { id: 'care', name: 'Customer Care', mark: 'circle' },
  { id: 'communication', name: 'Comunicazione', mark: 'diamond' },
] as const satisfies readonly DefaultTeam[];

/** Returns the id of the team that owns a new conversation when its account says nothing else. */
export const defaultTeamFor = (kind: ConversationKind): 'care' | 'communication' =>
  kind === 'mention' ? 'communication' : 'care';

const OFFICE_HOURS = [
  { fromMinute: 9 * 60, toMinute: 13 * 60 },
  { fromMinute: 14 * 60, toMinute: 18 * 60 },
] as const;

/** Office hours with a lunch break, Monday to Friday, closed on Italian public holidays. */
export const DEFAULT_CALENDAR: CalendarDefinition = {
  id: 'standard',
  name: 'Standard',
  zone: 'Europe/Rome',
  week: {
    1: OFFICE_HOURS,
    2: OFFICE_HOURS,
    3: OFFICE_HOURS,
    4: OFFICE_HOURS,
    5: OFFICE_HOURS,
    6: [],
    7: [],
  },
  holidays: 'it',
  worked: [],
  special: [],
};

/** Four business hours for every answer; the timer warns in the last quarter. */
export const DEFAULT_POLICY: SlaPolicy = {
  id: 'social',
  name: 'Social standard',
  calendarId: DEFAULT_CALENDAR.id,
  targets: {
    first_response: { durationMs: 4 * HOUR_MS, clock: 'business' },
    next_response: { durationMs: 4 * HOUR_MS, clock: 'business' },
  },
  warnShare: 0.25,
  warnAtLeastMs: 5 * MINUTE_MS,
};
