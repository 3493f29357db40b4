import type {
  ContextView,
  ConversationDetail,
  ConversationSummary,
  ExplanationView,
  MessageView,
  OutboxView,
} from '../../../shared/contract/schemas.ts';
import type { CustomerView } from '../../../shared/contract/customer-schemas.ts';
import { errorCode } from '../../../shared/contract/schemas.ts';
import { abilitiesOf, type Circumstances } from '../../../shared/domain/action/abilities.ts';
import type { PlatformState } from '../../../shared/domain/action/types.ts';
import type { Context, Message } from '../../../shared/domain/conversation/types.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { Explanation } from '../../../shared/domain/sla/types.ts';
import type { CustomerHere } from '../usecases/customers/customer-of.ts';
import type { Draft, InboxRow } from '../ports/store.ts';
import { mailDraftView, queuedMailView } from './mail-views.ts';

/** Domain values as the contract shows them. */

export const summaryView = (row: InboxRow): ConversationSummary => ({
  id: row.id,
  accountId: row.accountId,
  channel: row.channel,
  kind: row.kind,
  source: row.source,
  teamId: row.teamId,
  assignee: row.assignee,
  author: row.starter,
  subject: row.subject,
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

export const messageView = (
  message: Message,
  around: Circumstances,
  mail: MessageView['mail'],
): MessageView => ({
  ...message,
  versions: [...message.versions],
  attachments: [...message.attachments],
  answered: [...message.answered],
  abilities: abilitiesOf(message, around),
  likeCount: stateOf(message, around)?.likeCount ?? null,
  liked: stateOf(message, around)?.liked ?? null,
  mail,
});

const stateOf = ({ externalId }: Message, { states }: Circumstances): PlatformState | undefined =>
  externalId === null ? undefined : states.get(externalId);

export const contextView = (context: Context): ContextView => context;

/** `copies`: what may be the delivery of something whose fate is unknown. */
export const outboxView = (item: OutboxItem, copies: readonly Message[] = []): OutboxView => ({
  id: item.id,
  conversationId: item.conversationId,
  action: item.action,
  targetExternalId: item.targetExternalId,
  text: item.text,
  imageName: item.image?.name ?? null,
  state: item.state,
  attempt: item.attempt,
  // A reason written by another version of the program is shown as nothing, not as a failed call.
  reason: errorCode.nullable().catch(null).parse(item.reason),
  queuedAtMs: item.queuedAtMs,
  notBeforeMs: item.notBeforeMs,
  seenThroughMs: item.seenThroughMs,
  changedAtMs: item.changedAtMs,
  copies: copies.map(({ externalId, text, createdAtMs }) => ({
    externalId: externalId ?? '',
    text,
    createdAtMs,
  })),
  mail: item.mail === null ? null : queuedMailView(item.mail),
});

export const customerView = ({ person, identities }: CustomerHere): CustomerView => ({
  person,
  identities: [...identities],
});
export const draftView = (draft: Draft | null): ConversationDetail['draft'] =>
  draft === null
    ? null
    : { ...draft, mail: draft.mail === null ? null : mailDraftView(draft.mail) };

export const explanationView = (explanation: Explanation): ExplanationView => ({
  ...explanation,
  intervals: [...explanation.intervals],
});
