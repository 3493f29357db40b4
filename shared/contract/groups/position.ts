import { procedure } from '../procedure.ts';
import { atMs, errorCode, id, metricRow, sourceId } from '../schemas.ts';
import { z } from '../zod.ts';

/** Where each team stands. */
export const position = {
  /** One figure per key; `trail` the same per month before it, oldest first. */
  get: procedure
    .input(
      z.object({
        fromMs: atMs,
        toMs: atMs,
        preset: z.enum(['riscontro', 'blogmeter']),
        by: z.enum(['team', 'account']),
        trailMonths: z.number().int().min(0).max(24),
        zone: z.string(),
      }),
    )
    .output(
      z.object({
        rows: z.array(metricRow.extend({ name: z.string(), previous: metricRow.nullable() })),
        trail: z.array(z.object({ key: z.string(), month: z.string(), row: metricRow })),
        coverage: z.object({
          /** 0–1 of the period, over all sources; what was read later counts as read. */
          share: z.number(),
          gaps: z.array(
            z.object({
              fromMs: atMs,
              toMs: atMs,
              accountId: id,
              source: sourceId,
              reason: errorCode,
              /** A later complete read made it good. */
              filled: z.boolean(),
            }),
          ),
        }),
        guard: z.number(),
      }),
    ),
};
