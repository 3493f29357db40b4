import type {
  ContextView,
  ConversationSummary,
  ExplanationView,
  MessageView,
  OutboxView,
} from '../../../shared/contract/schemas.ts';
import { errorCode } from '../../../shared/contract/schemas.ts';
import type { Context, Message } from '../../../shared/domain/conversation/types.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { Explanation } from '../../../shared/domain/sla/types.ts';
import type { InboxRow } from '../ports/store.ts';

/** Domain values as the contract shows them. */

export const summaryView = (row: InboxRow): ConversationSummary => ({
  id: row.id,
  accountId: row.accountId,
  channel: row.channel,
  kind: row.kind,
  teamId: row.teamId,
  assignee: row.assignee,
  author: row.starter,
  snippet: row.snippet,
  snippetOurs: row.snippetOurs,
  tag: row.tag,
  status: row.status,
  messageCount: row.messageCount,
  lastMessageAtMs: row.lastMessageAtMs,
  timer: {
    pendingSinceMs: row.pendingSinceMs,
    warnAtMs: row.warnAtMs,
    dueAtMs: row.dueAtMs,
    answeredAtMs: row.answeredAtMs,
    answeredInMs: row.answeredInMs,
    // Neither metric of this version pauses (domain.md §4).
    paused: false,
    uncertain: row.uncertain,
  },
  unread: row.unread,
  hasDraft: row.hasDraft,
  outbox: row.outbox,
});

export const messageView = (message: Message): MessageView => ({
  ...message,
  versions: [...message.versions],
  attachments: [...message.attachments],
  answered: [...message.answered],
});

export const contextView = (context: Context): ContextView => context;

export const outboxView = (item: OutboxItem): OutboxView => ({
  id: item.id,
  conversationId: item.conversationId,
  text: item.text,
  state: item.state,
  attempt: item.attempt,
  // A reason written by another version of the program is shown as nothing, not as a failed call.
  reason: errorCode.nullable().catch(null).parse(item.reason),
  queuedAtMs: item.queuedAtMs,
  notBeforeMs: item.notBeforeMs,
  seenThroughMs: item.seenThroughMs,
  changedAtMs: item.changedAtMs,
});

export const explanationView = (explanation: Explanation): ExplanationView => ({
  ...explanation,
  intervals: [...explanation.intervals],
});
