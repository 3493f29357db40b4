import { SPOKEN } from '../../../../shared/domain/action/types.ts';
import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import type { OutboxItem, OutboxState } from '../../../../shared/domain/outbox/types.ts';
import { NEVER_MS, STILL_GOING_MS } from '../times.ts';
import type { ProjectionTable, SqlRow } from './table.ts';

/** One row per conversation: the domain's row, then what only lists of this store sort by. */
export const conversationTable: ProjectionTable = {
  name: 'conversation',
  owner: 'id',
  columns: [
    'id',
    'account_id',
    'channel',
    'kind',
    'external_id',
    'context_external_id',
    'permalink',
    'starter_external_id',
    'starter_name',
    'team_id',
    'assignee',
    'status',
    'snippet',
    'snippet_ours',
    'tag',
    'message_count',
    'opened_at_ms',
    'last_message_at_ms',
    'obligation_id',
    'pending_since_ms',
    'warn_at_ms',
    'due_at_ms',
    'answered_at_ms',
    'answered_in_ms',
    'due_sort_ms',
    'customer_at_ms',
    'outbox_state',
    'outgoing_sort_ms',
    'failed_at_ms',
    'source',
    'subject',
  ],
};

const GOING: ReadonlySet<OutboxState> = new Set(['queued', 'sending', 'deferred', 'reconciling']);
const FAILED: ReadonlySet<OutboxState> = new Set(['rejected', 'needs_human', 'unknown']);

const newest = (items: readonly OutboxItem[], states: ReadonlySet<OutboxState>) =>
  items.reduce<OutboxItem | null>(
    (best, item) =>
      states.has(item.state) && (best === null || item.changedAtMs >= best.changedAtMs)
        ? item
        : best,
    null,
  );

/** What is still on its way comes first; arrived words follow, newest first; else null. */
function outgoingSort(items: readonly OutboxItem[]): number | null {
  if (items.some((item) => GOING.has(item.state))) return STILL_GOING_MS;
  const sent = newest(
    items.filter((item) => SPOKEN.has(item.action)),
    new Set(['sent']),
  );
  return sent === null ? null : sent.changedAtMs;
}

/** When the newest message that is not ours was written; null when there is none. */
function customerAt({ messages }: ConversationProjection): number | null {
  let newestMs: number | null = null;
  for (const message of messages) {
    if (message.authorKind !== 'customer' && message.authorKind !== 'other') continue;
    if (newestMs === null || message.createdAtMs > newestMs) newestMs = message.createdAtMs;
  }
  return newestMs;
}

/** Returns the row's values in the order of {@link conversationTable}. */
export function conversationValues(projection: ConversationProjection): SqlRow {
  const { row, outbox } = projection;
  const failed = newest(outbox, FAILED);
  const undelivered = newest(outbox, new Set([...GOING, ...FAILED]));
  return [
    row.id,
    row.accountId,
    row.channel,
    row.kind,
    row.externalId,
    row.contextExternalId,
    row.permalink,
    row.starter.externalId,
    row.starter.name,
    row.teamId,
    row.assignee,
    row.status,
    row.snippet,
    row.snippetOurs ? 1 : 0,
    row.tag,
    row.messageCount,
    row.openedAtMs,
    row.lastMessageAtMs,
    row.obligationId,
    row.pendingSinceMs,
    row.warnAtMs,
    row.dueAtMs,
    row.answeredAtMs,
    row.answeredInMs,
    row.dueAtMs ?? NEVER_MS,
    customerAt(projection),
    undelivered?.state ?? null,
    outgoingSort(outbox),
    failed?.changedAtMs ?? null,
    row.source,
    row.subject,
  ];
}
