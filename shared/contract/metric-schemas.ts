import { z } from './zod.ts';

/** One figure of a team, an account or an agent (domain.md §3). */
export const metricRow = z.object({
  key: z.string(),
  n: z.number(),
  answered: z.number(),
  unanswered: z.number(),
  open: z.number(),
  leftOut: z.number(),
  rate: z.number().nullable(),
  medianMinutes: z.number().nullable(),
  p90Minutes: z.number().nullable(),
  meanMinutes: z.number().nullable(),
  businessMedianMinutes: z.number().nullable(),
  businessP90Minutes: z.number().nullable(),
  inTimeRate: z.number().nullable(),
  provisional: z.boolean(),
  underGuard: z.boolean(),
});
export type MetricRowView = z.infer<typeof metricRow>;
