import type { ConversationRow } from '../../../../shared/domain/conversation/projection.ts';
import type { OutboxState } from '../../../../shared/domain/outbox/types.ts';
import type { InboxRow } from '../../ports/store.ts';

/** A conversation as lists read it, local marks included. */
export interface InboxRecord {
  readonly id: string;
  readonly account_id: string;
  readonly channel: ConversationRow['channel'];
  readonly kind: ConversationRow['kind'];
  readonly source: ConversationRow['source'];
  readonly external_id: string;
  readonly context_external_id: string | null;
  readonly permalink: string | null;
  readonly starter_external_id: string | null;
  readonly starter_name: string | null;
  readonly team_id: string;
  readonly assignee: string | null;
  readonly status: ConversationRow['status'];
  readonly subject: string | null;
  readonly snippet: string;
  readonly snippet_ours: number;
  readonly tag: ConversationRow['tag'];
  readonly message_count: number;
  readonly opened_at_ms: number;
  readonly last_message_at_ms: number;
  readonly obligation_id: string | null;
  readonly pending_since_ms: number | null;
  readonly warn_at_ms: number | null;
  readonly due_at_ms: number | null;
  readonly answered_at_ms: number | null;
  readonly answered_in_ms: number | null;
  readonly outbox_state: OutboxState | null;
  readonly unread: number;
  readonly has_draft: number;
  readonly uncertain: number;
}

/**
 * What lists select of `c` (a conversation). Unread: somebody marked it so, or the newest message is
 * not ours and nobody has read that far. Uncertain: a gap in reading its source touches the life of
 * the open obligation and was not made good yet.
 */
export const INBOX_COLUMNS = `
  c.id, c.account_id, c.channel, c.kind, c.source, c.external_id, c.context_external_id, c.permalink,
  c.starter_external_id, c.starter_name, c.team_id, c.assignee, c.status, c.subject, c.snippet,
  c.snippet_ours, c.tag, c.message_count, c.opened_at_ms, c.last_message_at_ms, c.obligation_id,
  c.pending_since_ms, c.warn_at_ms, c.due_at_ms, c.answered_at_ms, c.answered_in_ms, c.outbox_state,
  CASE
    WHEN r.through_ms = -1 THEN 1
    WHEN c.snippet_ours = 1 OR c.customer_at_ms IS NULL THEN 0
    ELSE coalesce(r.through_ms < c.customer_at_ms, 1)
  END AS unread,
  EXISTS (SELECT 1 FROM draft d WHERE d.conversation_id = c.id) AS has_draft,
  c.pending_since_ms IS NOT NULL AND EXISTS (
    SELECT 1 FROM gap g
    WHERE g.account_id = c.account_id AND g.source = c.source AND g.filled_at_ms IS NULL
      AND g.from_ms <= @nowMs AND (g.to_ms IS NULL OR g.to_ms > c.pending_since_ms)
  ) AS uncertain`;

/** Joins the marks that {@link INBOX_COLUMNS} reads. */
export const INBOX_MARKS = 'LEFT JOIN read_mark r ON r.conversation_id = c.id';

/** Turns a record into the row that lists show. */
export const toInboxRow = (record: InboxRecord): InboxRow => ({
  id: record.id,
  accountId: record.account_id,
  channel: record.channel,
  kind: record.kind,
  source: record.source,
  externalId: record.external_id,
  contextExternalId: record.context_external_id,
  permalink: record.permalink,
  starter: { externalId: record.starter_external_id, name: record.starter_name },
  teamId: record.team_id,
  assignee: record.assignee,
  status: record.status,
  subject: record.subject,
  snippet: record.snippet,
  snippetOurs: record.snippet_ours === 1,
  tag: record.tag,
  messageCount: record.message_count,
  openedAtMs: record.opened_at_ms,
  lastMessageAtMs: record.last_message_at_ms,
  obligationId: record.obligation_id,
  pendingSinceMs: record.pending_since_ms,
  warnAtMs: record.warn_at_ms,
  dueAtMs: record.due_at_ms,
  answeredAtMs: record.answered_at_ms,
  answeredInMs: record.answered_in_ms,
  unread: record.unread === 1,
  hasDraft: record.has_draft === 1,
  outbox: record.outbox_state,
  uncertain: record.uncertain === 1,
});
