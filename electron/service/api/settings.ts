import type { z } from 'zod';
import type { calendarSchema } from '../../../shared/contract/schemas.ts';
import type { CalendarDefinition } from '../../../shared/domain/calendar/types.ts';
import type { SlaPolicy } from '../../../shared/domain/sla/types.ts';
import type { policySchema } from '../../../shared/contract/schemas.ts';
import { backupNow } from '../usecases/backup.ts';
import { setAgentName } from '../usecases/inbox.ts';
import { getSettings, previewDeadline, setCalendar, setPolicy } from '../usecases/settings.ts';
import { api, unwrap } from './base.ts';

/** The group `settings` of the contract. */
export const settings = api.settings.router({
  get: api.settings.get.handler(({ context }) => {
    const { policy, calendar, holidays, ...rest } = getSettings(context.inbox);
    return {
      ...rest,
      policy: policyOut(policy),
      calendar: calendarOut(calendar),
      holidays: [...holidays],
    };
  }),
  setPolicy: api.settings.setPolicy.handler(({ context, input }) => {
    unwrap(setPolicy(context.inbox, policyIn(input)));
  }),
  setCalendar: api.settings.setCalendar.handler(({ context, input }) => {
    unwrap(setCalendar(context.inbox, input));
  }),
  setAgentName: api.settings.setAgentName.handler(({ context, input }) => {
    setAgentName(context.inbox, input.name);
  }),
  preview: api.settings.preview.handler(({ input }) =>
    unwrap(
      previewDeadline({ policy: policyIn(input.policy), calendar: input.calendar }, input.atMs),
    ),
  ),
  backup: api.settings.backup.handler(({ context }) => backupNow(context.inbox)),
});

type PolicyData = z.infer<typeof policySchema>;

/** A target that is not set is left out: facts hold no `undefined`. */
function policyIn({ targets, ...policy }: PolicyData): SlaPolicy {
  const { first_response: first, next_response: next } = targets;
  return {
    ...policy,
    targets: {
      ...(first === undefined ? {} : { first_response: first }),
      ...(next === undefined ? {} : { next_response: next }),
    },
  };
}

const policyOut = (policy: SlaPolicy): PolicyData => ({
  ...policy,
  targets: { ...policy.targets },
});

function calendarOut(calendar: CalendarDefinition): z.infer<typeof calendarSchema> {
  const { week } = calendar;
  return {
    ...calendar,
    week: {
      1: [...week[1]],
      2: [...week[2]],
      3: [...week[3]],
      4: [...week[4]],
      5: [...week[5]],
      6: [...week[6]],
      7: [...week[7]],
    },
    worked: [...calendar.worked],
    special: calendar.special.map((day) => ({ ...day, intervals: [...day.intervals] })),
  };
}
