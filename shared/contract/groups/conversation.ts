import { mailDraft } from '../mail-schemas.ts';
import { procedure } from '../procedure.ts';
import {
  atMs,
  conversationDetail,
  draftMode,
  explanation,
  id,
  messageAction,
  outboxItem,
} from '../schemas.ts';
import { z } from '../zod.ts';

/** One conversation: reading it, and everything done to it but answering. */
export const conversation = {
  get: procedure.input(z.object({ id })).output(conversationDetail),
  markRead: procedure.input(z.object({ id, unread: z.boolean() })).output(z.void()),
  note: procedure.input(z.object({ id, text: z.string().min(1).max(20_000) })).output(z.void()),
  /** Each returns the opId that `undo` takes back. */
  assign: procedure
    .input(z.object({ id, assignee: z.string().max(120).nullable() }))
    .output(z.object({ opId: z.string() })),
  handOver: procedure
    .input(z.object({ id, teamId: id, note: z.string().max(2_000).nullable() }))
    .output(z.object({ opId: z.string() })),
  noAnswerNeeded: procedure.input(z.object({ id })).output(z.object({ opId: z.string() })),
  close: procedure.input(z.object({ id })).output(z.object({ opId: z.string() })),
  reopen: procedure.input(z.object({ id })).output(z.object({ opId: z.string() })),
  undo: procedure.input(z.object({ id, opId: z.string() })).output(z.void()),
  explain: procedure.input(z.object({ id })).output(z.array(explanation)),
  saveDraft: procedure
    .input(
      z.object({
        id,
        text: z.string().max(200_000),
        mode: draftMode,
        /** Left out: it is no mail. */
        mail: mailDraft.optional(),
      }),
    )
    .output(z.object({ savedAtMs: atMs })),
  /**
   * Queues an action on a message; it is done when the undo window has passed, and `reply.cancel`
   * takes it back until then. What is under way already, or takes an action back that has not been
   * done yet, is that item. `confirmed`: a person has been asked; needed to delete what a customer
   * wrote and to block. Fails with `not_allowed` (details: `reason`) where `abilities` says no.
   */
  act: procedure
    .input(
      z.object({
        id,
        messageId: id,
        action: messageAction.exclude(['reply', 'private_reply']),
        /** The new words of an edit. */
        text: z.string().max(200_000).optional(),
        confirmed: z.boolean().optional(),
      }),
    )
    .output(outboxItem),
};
