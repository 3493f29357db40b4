import { cancelReply, holdReply, resolveReply } from '../usecases/decide-reply.ts';
import { queueReply } from '../usecases/queue-reply.ts';
import { api, unwrap } from './base.ts';
import { outboxView } from './views.ts';

/** The group `reply` of the contract. */
export const reply = api.reply.router({
  queue: api.reply.queue.handler(({ context, input }) =>
    outboxView(unwrap(queueReply(context.inbox, input))),
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
