import { compileCalendar } from '../calendar/compile.ts';
import type { CalendarDefinition } from '../calendar/types.ts';
import type { ProjectionRules, RuleVersion } from '../conversation/projection.ts';
import { compareEvents, type DomainEvent } from '../event.ts';
import { DEFAULT_CALENDAR, DEFAULT_POLICY } from './defaults.ts';
import type { SlaPolicy } from './types.ts';

/**
 * Returns the rule versions that the facts make, oldest first: a new one wherever the policy or
 * its calendar changes. The first policy and calendar hold for all time before them too; without
 * any fact the defaults hold. Throws a RangeError for an unknown zone: check at the door.
 */
export function compileRules(
  policyEvents: readonly DomainEvent<'policy.set'>[],
  calendarEvents: readonly DomainEvent<'calendar.set'>[],
): ProjectionRules {
  const changes = [...policyEvents, ...calendarEvents].sort(compareEvents);
  let policy = firstOf(changes, 'policy.set')?.payload ?? DEFAULT_POLICY;
  const calendars = firstCalendars(changes);
  const versions: RuleVersion[] = [];
  for (const change of changes) {
    if (change.kind === 'policy.set') policy = change.payload;
    else calendars.set(change.payload.id, change.payload);
    record(versions, change.happenedAtMs, policy, calendars.get(policy.calendarId));
  }
  if (versions.length === 0) record(versions, 0, policy, undefined);
  return { versions };
}

/**
 * Adds a version, or replaces the one of the same instant; what changes nothing adds nothing. The
 * calendar is compiled when it is first computed with: opening a workspace does not wait for it.
 */
function record(
  versions: RuleVersion[],
  fromMs: number,
  policy: SlaPolicy,
  definition: CalendarDefinition = DEFAULT_CALENDAR,
): void {
  const last = versions.at(-1);
  if (last?.policy === policy && last.calendar.definition === definition) return;
  if (last?.fromMs === fromMs) versions.pop();
  const calendar = compileCalendar(definition);
  versions.push({ version: versions.length + 1, fromMs, policy, calendar });
}

type Change = DomainEvent<'policy.set'> | DomainEvent<'calendar.set'>;

const firstOf = <K extends Change['kind']>(
  changes: readonly Change[],
  kind: K,
): Extract<Change, { kind: K }> | undefined =>
  changes.find((change): change is Extract<Change, { kind: K }> => change.kind === kind);

/** Each calendar's first definition, by id: it holds before its own fact too. */
function firstCalendars(changes: readonly Change[]): Map<string, CalendarDefinition> {
  const calendars = new Map<string, CalendarDefinition>();
  for (const change of changes) {
    if (change.kind === 'calendar.set' && !calendars.has(change.payload.id)) {
      calendars.set(change.payload.id, change.payload);
    }
  }
  return calendars;
}
