import { procedure } from '../procedure.ts';
import { atMs, calendarSchema, policySchema } from '../schemas.ts';
import { z } from '../zod.ts';

/** What the workspace is set to. */
export const settings = {
  get: procedure.output(
    z.object({
      policy: policySchema,
      calendar: calendarSchema,
      holidays: z.array(z.object({ date: z.string(), name: z.string() })),
      agentName: z.string(),
      undoMs: z.number(),
      lastBackupAtMs: atMs.nullable(),
    }),
  ),
  setPolicy: procedure.input(policySchema).output(z.void()),
  setCalendar: procedure.input(calendarSchema).output(z.void()),
  setAgentName: procedure
    .input(z.object({ name: z.string().trim().min(1).max(80) }))
    .output(z.void()),
  /** When would a message of `atMs` be due under these unsaved rules? */
  preview: procedure
    .input(z.object({ policy: policySchema, calendar: calendarSchema, atMs }))
    .output(z.object({ dueAtMs: atMs.nullable(), warnAtMs: atMs.nullable() })),
  backup: procedure.output(z.object({ file: z.string(), bytes: z.number() })),
};
