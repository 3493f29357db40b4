import { procedure } from '../procedure.ts';
import { atMs, conversationSummary, id, inboxFilter, view } from '../schemas.ts';
import { z } from '../zod.ts';

/** Sorted by due time in pending views, by newest message elsewhere. */
const cursor = z.object({ sort: z.number(), id });

/** The list: its rows and its numbers. */
export const inbox = {
  /** One window of rows after `cursor`; `total` counts the whole view. */
  page: procedure
    .input(
      z.object({
        view,
        filter: inboxFilter,
        cursor: cursor.nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(
      z.object({
        rows: z.array(conversationSummary),
        nextCursor: cursor.nullable(),
        total: z.number(),
      }),
    ),
  /** Fresh rows for these ids; ids that are gone are left out. */
  rows: procedure
    .input(z.object({ ids: z.array(id).max(500) }))
    .output(z.array(conversationSummary)),
  /** The rail's numbers, and how many pending ones are overdue, due within the hour, later today. */
  counts: procedure.input(z.object({ nowMs: atMs, endOfDayMs: atMs })).output(
    z.object({
      views: z.object({
        to_answer: z.number(),
        due_soon: z.number(),
        mentions: z.number(),
        waiting: z.number(),
        outgoing: z.number(),
        failed: z.number(),
        all: z.number(),
      }),
      teams: z.record(z.string(), z.number()),
      kinds: z.record(z.string(), z.number()),
      groups: z.object({
        overdue: z.number(),
        hour: z.number(),
        today: z.number(),
        later: z.number(),
      }),
    }),
  ),
};
