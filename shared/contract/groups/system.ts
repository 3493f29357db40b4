import { eventIterator } from '@orpc/contract';
import { procedure } from '../procedure.ts';
import { atMs, id, recoveryView, teamView } from '../schemas.ts';
import { z } from '../zod.ts';

/** A change that the page must know of: which rows, never their content. */
export const changeRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('conversations'), ids: z.array(id), arrivedIds: z.array(id) }),
  z.object({ type: z.literal('accounts'), ids: z.array(id) }),
  z.object({ type: z.literal('settings') }),
  /** So much changed (a first read, a rebuild) that lists are best asked anew. */
  z.object({ type: z.literal('everything') }),
]);
export type ChangeRecord = z.infer<typeof changeRecord>;

/** How the service stands, and what changes. */
export const system = {
  /** First call of every page: versions, runtime, state of the workspace. */
  hello: procedure.input(z.object({ contractVersion: z.number() })).output(
    z.object({
      contractVersion: z.number(),
      runtime: z.object({ kind: z.string(), node: z.string(), napi: z.string() }),
      practice: z.boolean(),
      /** The practice page of this workspace is on its way; its account follows. */
      practiceStarting: z.boolean(),
      online: z.boolean(),
      profileDir: z.string(),
      agent: z.object({ name: z.string() }),
      teams: z.array(teamView),
      undoMs: z.number(),
      nowMs: atMs,
      /** Null after an ordinary opening, and once it was read. */
      recovered: recoveryView.nullable(),
      /** The data was found damaged since it was opened: the next opening repairs it. */
      damageFound: z.boolean(),
    }),
  ),
  /** The person has read what `hello` says of the recovery. */
  recoveryRead: procedure.output(z.void()),
  /** Change records as they happen, until the page goes. */
  changes: procedure.output(eventIterator(changeRecord)),
  /** The page's word on the network (the shell's `online` event). */
  setOnline: procedure.input(z.object({ online: z.boolean() })).output(z.void()),
};
