import { id } from './basic-schemas.ts';
import { z } from './zod.ts';

/** Shapes of working hours and deadlines. */

export const dayInterval = z.object({
  fromMinute: z.number().int().min(0).max(1440),
  toMinute: z.number().int().min(0).max(2880),
});
export const calendarSchema = z.object({
  id,
  name: z.string().min(1).max(80),
  zone: z.string().min(1).max(80),
  week: z.object({
    1: z.array(dayInterval),
    2: z.array(dayInterval),
    3: z.array(dayInterval),
    4: z.array(dayInterval),
    5: z.array(dayInterval),
    6: z.array(dayInterval),
    7: z.array(dayInterval),
  }),
  holidays: z.enum(['it', 'none']),
  worked: z.array(z.string()),
  special: z.array(
    z.object({ date: z.string(), name: z.string(), intervals: z.array(dayInterval) }),
  ),
});
const target = z.object({
  durationMs: z
    .number()
    .int()
    .min(60_000)
    .max(365 * 86_400_000),
  clock: z.enum(['business', 'calendar']),
});
export const policySchema = z.object({
  id,
  name: z.string().min(1).max(80),
  calendarId: id,
  targets: z.object({ first_response: target.optional(), next_response: target.optional() }),
  warnShare: z.number().min(0).max(1),
  warnAtLeastMs: z.number().int().min(0),
});
