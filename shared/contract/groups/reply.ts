import { MAX_IMAGE_BYTES } from '../../domain/action/limits.ts';
import { mailDraft } from '../mail-schemas.ts';
import { procedure } from '../procedure.ts';
import { atMs, id, outboxItem, visibility } from '../schemas.ts';
import { z } from '../zod.ts';

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/** Answers, from the composer to their end. */
export const reply = {
  /** Commits the reply to the outbox; it leaves when the undo window has passed. */
  queue: procedure
    .input(
      z.object({
        conversationId: id,
        /** A mail that is passed on may do without; else `text_empty`. */
        text: z.string().max(200_000),
        seenThroughMs: atMs,
        closeAfter: z.boolean(),
        /**
         * Which message it answers; default: the conversation's first, or, in private, the
         * customer's newest that allows it.
         */
        parentExternalId: z.string().optional(),
        visibility: visibility.default('public'),
        /** A picture from `stageImage`. */
        imageId: id.optional(),
        /** Left out: as usual for the conversation. Only where it is a mail. */
        mail: mailDraft.optional(),
      }),
    )
    .output(outboxItem),
  /**
   * Lays a picture ready in the workspace's folder. Errors: `image_too_large`, `image_bad_type`
   * (by its first bytes, never by its name).
   */
  stageImage: procedure
    .input(
      z.object({
        name: z.string().max(200),
        mediaType: z.string().max(100),
        /** Twice what is taken passes here, so that a picture too large is told as that. */
        base64: z.string().max(base64Length(2 * MAX_IMAGE_BYTES)),
      }),
    )
    .output(z.object({ imageId: id, bytes: z.number() })),
  /** Takes a staged picture away again; one that is in the outbox stays. */
  unstageImage: procedure.input(z.object({ imageId: id })).output(z.void()),
  /**
   * Takes back what has not left; the text of a reply returns as the draft. Fails with `conflict`
   * once it left.
   */
  cancel: procedure.input(z.object({ outboxId: id })).output(outboxItem),
  /** Holds what is queued (pointer over the undo slot) or lets it go on. */
  hold: procedure.input(z.object({ outboxId: id, held: z.boolean() })).output(outboxItem),
  /** A person's decision on what stopped: once more, dropped (words become the draft), or done. */
  resolve: procedure
    .input(z.object({ outboxId: id, decision: z.enum(['send_again', 'drop', 'was_sent']) }))
    .output(outboxItem),
};
