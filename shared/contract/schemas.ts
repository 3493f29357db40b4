import { z } from './zod.ts';
import {
  errorCode,
  atMs,
  id,
  channel,
  conversationKind,
  outboxState,
  author,
  tag,
  outboxAction,
  draftMode,
  sourceId,
  visibility,
} from './basic-schemas.ts';
import { composerMode, messageAbilities } from './channel-schemas.ts';
import { customerView, historyEntry } from './customer-schemas.ts';
import { mailDraft, mailView, queuedMail } from './mail-schemas.ts';

export * from './basic-schemas.ts';
export * from './metric-schemas.ts';
export * from './rule-schemas.ts';

/** Shapes that several procedures share. Instants are UTC milliseconds. */

/** What a timer needs to tick by itself: the page computes the state from these and its clock. */
export const timerFacts = z.object({
  pendingSinceMs: atMs.nullable(),
  warnAtMs: atMs.nullable(),
  dueAtMs: atMs.nullable(),
  answeredAtMs: atMs.nullable(),
  answeredInMs: z.number().nullable(),
  paused: z.boolean(),
  /** A coverage gap of the account overlaps the obligation's life. */
  uncertain: z.boolean(),
});
export type TimerFacts = z.infer<typeof timerFacts>;

export const conversationSummary = z.object({
  id,
  accountId: id,
  channel,
  kind: conversationKind,
  /** What it is read from: its icon and its name, and whose gaps make its timer uncertain. */
  source: sourceId,
  teamId: id,
  assignee: z.string().nullable(),
  author,
  /** Null: it is no mail. */
  subject: z.string().nullable(),
  snippet: z.string(),
  snippetOurs: z.boolean(),
  tag: tag.nullable(),
  status: z.enum(['pending', 'waiting', 'closed']),
  messageCount: z.number(),
  lastMessageAtMs: atMs,
  timer: timerFacts,
  unread: z.boolean(),
  hasDraft: z.boolean(),
  /** The latest reply that has not arrived: its state, or null. */
  outbox: outboxState.nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

export const view = z.enum([
  'to_answer',
  'due_soon',
  'mentions',
  'waiting',
  'outgoing',
  'failed',
  'all',
]);
export type View = z.infer<typeof view>;

/** How the obligations of a figure ended: what a drill-down asks for. */
export const outcome = z.enum(['answered', 'unanswered', 'open', 'left_out', 'all']);

export const inboxFilter = z.object({
  teamId: id.optional(),
  accountId: id.optional(),
  kind: conversationKind.optional(),
  /** Whose it is: a name, or null for those that are nobody's; left out: everyone's. */
  assignee: z.string().max(120).nullable().optional(),
  /** Full text; matched as words with prefixes. */
  text: z.string().max(200).optional(),
  /** Only conversations with an obligation of this figure. */
  figure: z
    .object({
      fromMs: atMs,
      toMs: atMs,
      preset: z.enum(['riscontro', 'blogmeter']),
      outcome,
      teamId: id.optional(),
      accountId: id.optional(),
    })
    .optional(),
});
export type InboxFilter = z.infer<typeof inboxFilter>;

export const message = z.object({
  id,
  externalId: z.string().nullable(),
  parentExternalId: z.string().nullable(),
  author,
  authorKind: z.enum(['customer', 'brand', 'other', 'system']),
  text: z.string(),
  createdAtMs: atMs,
  visibility,
  source: z.enum(['riscontro', 'native', 'automation']).nullable(),
  presence: z.enum(['visible', 'hidden', 'gone']),
  presenceAtMs: atMs.nullable(),
  versions: z.array(z.object({ text: z.string(), untilMs: atMs })),
  attachments: z.array(
    z.object({
      kind: z.enum(['photo', 'video', 'sticker', 'share', 'file']),
      url: z.string().nullable(),
      title: z.string().nullable(),
    }),
  ),
  permalink: z.string().nullable(),
  answered: z.array(z.string()),
  abilities: messageAbilities,
  /** How the platform last counted; null: it did not say. */
  likeCount: z.number().nullable(),
  /** The page itself likes it; null: not known. */
  liked: z.boolean().nullable(),
  /** Null: it is no mail. */
  mail: mailView.nullable(),
});
export type MessageView = z.infer<typeof message>;

export const contextView = z.object({
  externalId: z.string(),
  author,
  text: z.string(),
  createdAtMs: atMs,
  permalink: z.string().nullable(),
  reactionCount: z.number().nullable(),
  commentCount: z.number().nullable(),
  shareCount: z.number().nullable(),
});
export type ContextView = z.infer<typeof contextView>;

export const outboxItem = z.object({
  id,
  conversationId: id,
  action: outboxAction,
  /** The message or post it is about; of `message`, `block` and `unblock`: the person. */
  targetExternalId: z.string(),
  /** Empty where the action carries no words. */
  text: z.string(),
  imageName: z.string().nullable(),
  state: outboxState,
  attempt: z.number(),
  reason: errorCode.nullable(),
  queuedAtMs: atMs,
  notBeforeMs: atMs,
  /** The newest message its writer had seen: later ones are what stopped it. */
  seenThroughMs: atMs,
  changedAtMs: atMs,
  /** Of one whose fate is unknown: what stands at the platform with the same words, perhaps it. */
  copies: z.array(z.object({ externalId: z.string(), text: z.string(), createdAtMs: atMs })),
  /** Null: it is no mail. */
  mail: queuedMail.nullable(),
});
export type OutboxView = z.infer<typeof outboxItem>;

export const explanation = z.object({
  obligationId: id,
  metric: z.enum(['first_response', 'next_response']),
  policyName: z.string(),
  targetMs: z.number(),
  clock: z.enum(['business', 'calendar']),
  startedAtMs: atMs,
  dueAtMs: atMs.nullable(),
  endedAtMs: atMs.nullable(),
  ending: z
    .enum(['answered', 'no_answer_needed', 'closed', 'deleted', 'hidden', 'merged'])
    .nullable(),
  elapsedMs: z.number(),
  intervals: z.array(
    z.object({
      kind: z.enum(['counted', 'paused', 'closed', 'holiday', 'uncertain']),
      fromMs: atMs,
      toMs: atMs,
      label: z.string().nullable(),
    }),
  ),
});
export type ExplanationView = z.infer<typeof explanation>;

export const conversationDetail = z.object({
  summary: conversationSummary,
  externalId: z.string(),
  permalink: z.string().nullable(),
  context: contextView.nullable(),
  messages: z.array(message),
  notes: z.array(z.object({ id, text: z.string(), author: z.string(), createdAtMs: atMs })),
  outbox: z.array(outboxItem),
  activities: z.array(
    z.object({
      opId: id,
      kind: z.enum([
        'handed_over',
        'assigned',
        'no_answer_needed',
        'reopened',
        'closed',
        'reply_cancelled',
        'reply_failed',
        'action_failed',
      ]),
      atMs,
      actor: z.string(),
      detail: z.string().nullable(),
    }),
  ),
  /** The most urgent open obligation explained, else the latest ended one, else null. */
  explanation: explanation.nullable(),
  draft: z
    .object({ text: z.string(), mode: draftMode, savedAtMs: atMs, mail: mailDraft.nullable() })
    .nullable(),
  /** The ways of writing here, those not possible now included. */
  modes: z.array(composerMode),
  /** Whom it is with, at all places where they write; null: nobody is named in it. */
  customer: customerView.nullable(),
  /** Other conversations of the same customer, wherever they were, newest first, at most 5. */
  history: z.array(historyEntry),
});
export type ConversationDetail = z.infer<typeof conversationDetail>;

/** What had to be done to open a damaged workspace, until somebody says that they have read it. */
export const recoveryView = z.object({
  atMs,
  damage: z.enum([
    'file_missing',
    'file_empty',
    'not_a_database',
    'foreign_database',
    'pages_damaged',
    'changes_missing',
    'other_database',
  ]),
  /** The folder with the files as they were; null when there was none to move. */
  movedTo: z.string().nullable(),
  /** The name of the backup that took their place; null: begun anew, or gone on as it was. */
  restoredFrom: z.string().nullable(),
  /** Facts brought back that the backup did not know. */
  factsBack: z.number(),
  /** Replies that now wait for a person: nobody knows what became of them. */
  repliesStopped: z.number(),
});
export type RecoveryView = z.infer<typeof recoveryView>;

export const setAsideItem = z.object({
  id: z.number(),
  accountId: id,
  externalId: z.string().nullable(),
  reason: errorCode,
  /** Where in the item, in words of the schema; never its text. */
  detail: z.string(),
  atMs,
});
export type SetAsideView = z.infer<typeof setAsideItem>;

export const teamView = z.object({
  id,
  name: z.string(),
  mark: z.enum(['circle', 'diamond']),
});
export type TeamView = z.infer<typeof teamView>;
