import { composerModes } from '../../../shared/domain/action/composer-modes.ts';
import { actOnMessage } from '../usecases/act-on-message.ts';
import {
  addNote,
  assign,
  close,
  handOver,
  noAnswerNeeded,
  reopen,
  undo,
} from '../usecases/conversation-actions.ts';
import { openConversation } from '../usecases/open-conversation.ts';
import { mailsAround } from '../usecases/mail/mails-around.ts';
import { markRead, saveDraft } from '../usecases/drafts.ts';
import { explainConversation } from '../usecases/explain.ts';
import { api, unwrap } from './base.ts';
import { mailView } from './mail-views.ts';
import {
  contextView,
  customerView,
  draftView,
  explanationView,
  messageView,
  outboxView,
  summaryView,
} from './views.ts';

/** The group `conversation` of the contract. */
export const conversation = api.conversation.router({
  get: api.conversation.get.handler(({ context, input }) => {
    const opened = unwrap(openConversation(context.inbox, input.id));
    const { projection } = opened;
    const mails = mailsAround(context.inbox, projection.row.accountId);
    context.jobs.lookedAt(input.id);
    return {
      summary: summaryView(opened.row),
      externalId: projection.row.externalId,
      permalink: projection.row.permalink,
      context: opened.context === null ? null : contextView(opened.context),
      messages: projection.messages.map((message) =>
        messageView(message, opened.around, mailView(message, mails)),
      ),
      notes: [...projection.notes],
      outbox: opened.outbox.map((item) => outboxView(item, opened.copies.get(item.id))),
      activities: [...projection.activities],
      explanation: opened.explanation === null ? null : explanationView(opened.explanation),
      draft: draftView(opened.draft),
      customer: opened.customer === null ? null : customerView(opened.customer),
      history: [...(opened.customer?.history ?? [])],
      modes: [...composerModes(opened.around)],
    };
  }),
  markRead: api.conversation.markRead.handler(({ context, input }) => {
    unwrap(markRead(context.inbox, input.id, input.unread));
  }),
  note: api.conversation.note.handler(({ context, input }) => {
    unwrap(addNote(context.inbox, input.id, input.text));
  }),
  assign: api.conversation.assign.handler(({ context, input }) =>
    unwrap(assign(context.inbox, input.id, input.assignee)),
  ),
  handOver: api.conversation.handOver.handler(({ context, input }) =>
    unwrap(handOver(context.inbox, input.id, { teamId: input.teamId, note: input.note })),
  ),
  noAnswerNeeded: api.conversation.noAnswerNeeded.handler(({ context, input }) =>
    unwrap(noAnswerNeeded(context.inbox, input.id)),
  ),
  close: api.conversation.close.handler(({ context, input }) =>
    unwrap(close(context.inbox, input.id)),
  ),
  reopen: api.conversation.reopen.handler(({ context, input }) =>
    unwrap(reopen(context.inbox, input.id)),
  ),
  undo: api.conversation.undo.handler(({ context, input }) => {
    unwrap(undo(context.inbox, input.id, input.opId));
  }),
  explain: api.conversation.explain.handler(({ context, input }) =>
    unwrap(explainConversation(context.inbox, input.id)).map(explanationView),
  ),
  saveDraft: api.conversation.saveDraft.handler(({ context, input }) =>
    unwrap(
      saveDraft(context.inbox, input.id, {
        text: input.text,
        mode: input.mode,
        mail: input.mail ?? null,
      }),
    ),
  ),
  act: api.conversation.act.handler(({ context, input: { id, ...wanted } }) =>
    outboxView(unwrap(actOnMessage(context.inbox, { conversationId: id, ...wanted }))),
  ),
});
