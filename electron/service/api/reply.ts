import type { MailDraftView } from '../../../shared/contract/mail-schemas.ts';
import { cancelReply, holdReply, resolveReply } from '../usecases/decide-reply.ts';
import { queueMail } from '../usecases/mail/queue-mail.ts';
import { writtenMail } from '../usecases/mail/written-mail.ts';
import { queueReply } from '../usecases/queue-reply.ts';
import { stagedImage, stageImage, unstageImage } from '../usecases/stage-image.ts';
import { api, unwrap } from './base.ts';
import { outboxView } from './views.ts';

/** The group `reply` of the contract. */
export const reply = api.reply.router({
  queue: api.reply.queue.handler(async ({ context, input: { imageId, mail, ...reply } }) => {
    const { store } = context.inbox;
    const isMail = store.conversation(reply.conversationId)?.row.kind === 'email';
    if (isMail) {
      const { visibility: _, ...words } = reply;
      const written = writtenMail(context.inbox, words, mail ?? USUAL);
      return outboxView(unwrap(await queueMail(context.inbox, written)));
    }
    const image = imageId === undefined ? null : unwrap(await stagedImage(context.inbox, imageId));
    return outboxView(unwrap(queueReply(context.inbox, { ...reply, image })));
  }),
  stageImage: api.reply.stageImage.handler(async ({ context, input: { name, base64 } }) => {
    const staged = unwrap(await stageImage(context.inbox, name, Buffer.from(base64, 'base64')));
    return { imageId: staged.id, bytes: staged.bytes };
  }),
  unstageImage: api.reply.unstageImage.handler(({ context, input }) =>
    unstageImage(context.inbox, input.imageId),
  ),
  cancel: api.reply.cancel.handler(({ context, input }) =>
    outboxView(unwrap(cancelReply(context.inbox, input.outboxId))),
  ),
  hold: api.reply.hold.handler(({ context, input }) =>
    outboxView(unwrap(holdReply(context.inbox, input.outboxId, input.held))),
  ),
  resolve: api.reply.resolve.handler(({ context, input }) =>
    outboxView(unwrap(resolveReply(context.inbox, input.outboxId, input.decision))),
  ),
});

/** A mail of which nothing was said. */
const USUAL: MailDraftView = {
  kind: 'reply',
  targetExternalId: null,
  to: null,
  cc: null,
  subject: null,
  files: [],
  signature: null,
  quote: false,
  forwarded: null,
};
