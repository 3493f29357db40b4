import { compileStored } from '../calendar/compile.ts';
import type { CalendarDefinition } from '../calendar/types.ts';
import type { ProjectionRules, RuleVersion } from '../conversation/projection.ts';
import { compareEvents, type DomainEvent } from '../event.ts';
import { DEFAULT_CALENDAR, DEFAULT_POLICY } from './defaults.ts';
import type { SlaPolicy } from './types.ts';

/**
 * Returns the rule versions that the facts make, oldest first: a new one wherever the policy or
 * its calendar changes. The first policy and calendar hold for all time before them too; without
 * any fact the defaults hold.
 */
export function compileRules(
  policyEvents: readonly DomainEvent<'policy.set'>[],
  calendarEvents: readonly DomainEvent<'calendar.set'>[],
): ProjectionRules {
  const changes = [...policyEvents, ...calendarEvents].sort(compareEvents);
  let policy = firstOf(changes, 'policy.set')?.payload ?? DEFAULT_POLICY;
  const calendars = firstCalendars(changes);
  const spans: Span[] = [];
  for (const change of changes) {
    if (change.kind === 'policy.set') policy = change.payload;
    else calendars.set(change.payload.id, change.payload);
    const definition = calendars.get(policy.calendarId) ?? DEFAULT_CALENDAR;
    record(spans, { fromMs: change.happenedAtMs, policy, definition });
  }
  if (spans.length === 0) spans.push({ fromMs: 0, policy, definition: DEFAULT_CALENDAR });
  return { versions: spans.map(toVersion) };
}

/** From when a policy and a calendar hold together. */
interface Span {
  readonly fromMs: number;
  readonly policy: SlaPolicy;
  readonly definition: CalendarDefinition;
}

/** Adds a span, or replaces the one of the same instant; what changes nothing adds nothing. */
function record(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last?.policy === span.policy && last.definition === span.definition) return;
  if (last?.fromMs === span.fromMs) spans.pop();
  spans.push(span);
}

/** The calendar is compiled at its first use (and kept): opening a workspace needs none. */
const toVersion = ({ fromMs, policy, definition }: Span, index: number): RuleVersion => ({
  version: index + 1,
  fromMs,
  policy,
  get calendar() {
    return compileStored(definition);
  },
});

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
