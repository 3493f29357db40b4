import type { MailDraftView } from '../../../shared/contract/mail-schemas.ts';
import { cancelReply, holdReply, resolveReply } from '../usecases/decide-reply.ts';
import { queueMail } from '../usecases/mail/queue-mail.ts';
import { queueReply } from '../usecases/queue-reply.ts';
import { stagedImage, stageImage, unstageImage } from '../usecases/stage-image.ts';
import { api, unwrap } from './base.ts';
import { outboxView } from './views.ts';

/** The group `reply` of the contract. */
export const reply = api.reply.router({
  queue: api.reply.queue.handler(async ({ context, input: { imageId, mail, ...reply } }) => {
    const { store } = context.inbox;
    const isMail = store.conversation(reply.conversationId)?.row.kind === 'email';
    if (isMail)
      return outboxView(unwrap(await queueMail(context.inbox, { ...reply, ...envelopeOf(mail) })));
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

/** What its writer left as usual is left out. */
const envelopeOf = (mail: MailDraftView | undefined) =>
  mail === undefined
    ? ({ kind: 'reply' } as const)
    : {
        kind: mail.kind,
        attachments: mail.files.map(({ id }) => id),
        ...(mail.to === null ? {} : { to: mail.to }),
        ...(mail.cc === null ? {} : { cc: mail.cc }),
        ...(mail.subject === null ? {} : { subject: mail.subject }),
      };
