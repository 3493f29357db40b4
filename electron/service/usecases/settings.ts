import { italianHolidays, type Holiday } from '../../../shared/domain/calendar/holidays-it.ts';
import { compileCalendar } from '../../../shared/domain/calendar/compile.ts';
import type { CalendarDefinition } from '../../../shared/domain/calendar/types.ts';
import type { NewEvent } from '../../../shared/domain/event.ts';
import { deadlineOf, type Deadline } from '../../../shared/domain/sla/deadline.ts';
import type { SlaPolicy } from '../../../shared/domain/sla/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { agentActor, agentName, commit, type Inbox } from './inbox.ts';

/** What can be set, as it stands. */
export interface Settings {
  readonly policy: SlaPolicy;
  readonly calendar: CalendarDefinition;
  /** The bundled national days of this year and the next. */
  readonly holidays: readonly Holiday[];
  readonly agentName: string;
  readonly undoMs: number;
  readonly lastBackupAtMs: number | null;
}

/** Returns the settings of this workspace. */
export function getSettings(inbox: Inbox): Settings {
  const year = new Date(inbox.clock.now()).getUTCFullYear();
  return {
    policy: inbox.store.policy(),
    calendar: inbox.store.calendar(),
    holidays: [...italianHolidays(year), ...italianHolidays(year + 1)],
    agentName: agentName(inbox),
    undoMs: inbox.undoMs,
    lastBackupAtMs: inbox.backups.newestAtMs(),
  };
}

/** Sets the promise from now on: obligations that start later follow it. */
export function setPolicy(inbox: Inbox, policy: SlaPolicy): Result<void, AppError> {
  if (policy.calendarId !== inbox.store.calendar().id) {
    return err(appError('bad_input', { field: 'calendarId' }));
  }
  commit(inbox, [setting(inbox, 'policy.set', policy)]);
  return ok(undefined);
}

/** Sets the opening hours from now on. Errors: `bad_input` with the field that makes no sense. */
export function setCalendar(inbox: Inbox, calendar: CalendarDefinition): Result<void, AppError> {
  const compiled = compileCalendar(calendar);
  if (!compiled.ok) return compiled;
  commit(inbox, [setting(inbox, 'calendar.set', calendar)]);
  return ok(undefined);
}

/** When would something that starts at `atMs` be due under unsaved rules? Errors: `bad_input`. */
export function previewDeadline(
  rules: { readonly policy: SlaPolicy; readonly calendar: CalendarDefinition },
  atMs: number,
): Result<Deadline, AppError> {
  const calendar = compileCalendar(rules.calendar);
  if (!calendar.ok) return calendar;
  const rule = { version: 0, fromMs: 0, policy: rules.policy, calendar: calendar.value };
  return ok(deadlineOf(rule, 'first_response', atMs));
}

function setting<K extends 'policy.set' | 'calendar.set'>(
  inbox: Inbox,
  kind: K,
  payload: NewEvent<K>['payload'],
): NewEvent {
  const event = {
    kind,
    actor: agentActor(inbox),
    accountId: null,
    conversationId: null,
    happenedAtMs: inbox.clock.now(),
    payload,
  };
  return event as NewEvent;
}
