import type { QueuedMail } from '../../../../shared/domain/mail/types.ts';
import type { StagedImage } from '../../../../shared/domain/action/image.ts';
import type { OutboxAction } from '../../../../shared/domain/action/types.ts';
import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import type { OutboxItem, OutboxState } from '../../../../shared/domain/outbox/types.ts';
import type { ProjectionTable, SqlRow } from './table.ts';

/** Everything that is to be done at the platform, and where it stands. */
export const outboxTable: ProjectionTable = {
  name: 'outbox',
  owner: 'conversation_id',
  columns: [
    'id',
    'conversation_id',
    'account_id',
    'action',
    'target_external_id',
    'text',
    'image',
    'mail',
    'raw_id',
    'state',
    'attempt',
    'reason',
    'external_id',
    'queued_at_ms',
    'not_before_ms',
    'seen_through_ms',
    'close_after',
    'sent_at_ms',
    'changed_at_ms',
  ],
};

/** Returns the rows in the order of {@link outboxTable}. */
export const outboxValues = ({ outbox }: ConversationProjection): readonly SqlRow[] =>
  outbox.map((item) => [
    item.id,
    item.conversationId,
    item.accountId,
    item.action,
    item.targetExternalId,
    item.text,
    item.image === null ? null : JSON.stringify(item.image),
    item.mail === null ? null : JSON.stringify(item.mail),
    item.rawId,
    item.state,
    item.attempt,
    item.reason,
    item.externalId,
    item.queuedAtMs,
    item.notBeforeMs,
    item.seenThroughMs,
    item.closeAfter ? 1 : 0,
    item.sentAtMs,
    item.changedAtMs,
  ]);

/** One of them as stored. */
export interface OutboxRecord {
  readonly id: string;
  readonly conversation_id: string;
  readonly account_id: string;
  readonly action: OutboxAction;
  readonly target_external_id: string;
  readonly text: string;
  readonly image: string | null;
  readonly mail: string | null;
  readonly raw_id: string | null;
  readonly state: OutboxState;
  readonly attempt: number;
  readonly reason: string | null;
  readonly external_id: string | null;
  readonly queued_at_ms: number;
  readonly not_before_ms: number;
  readonly seen_through_ms: number;
  readonly close_after: number;
  readonly sent_at_ms: number | null;
  readonly changed_at_ms: number;
}

/** Turns a stored row into the domain's outbox item. */
export const toOutboxItem = (record: OutboxRecord): OutboxItem => ({
  id: record.id,
  conversationId: record.conversation_id,
  accountId: record.account_id,
  action: record.action,
  targetExternalId: record.target_external_id,
  text: record.text,
  image: record.image === null ? null : (JSON.parse(record.image) as StagedImage),
  mail: record.mail === null ? null : (JSON.parse(record.mail) as QueuedMail),
  rawId: record.raw_id,
  state: record.state,
  attempt: record.attempt,
  reason: record.reason,
  externalId: record.external_id,
  queuedAtMs: record.queued_at_ms,
  notBeforeMs: record.not_before_ms,
  seenThroughMs: record.seen_through_ms,
  closeAfter: record.close_after === 1,
  sentAtMs: record.sent_at_ms,
  changedAtMs: record.changed_at_ms,
});
