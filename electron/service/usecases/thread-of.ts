import type { ConversationRow } from '../../../shared/domain/conversation/projection.ts';
import type { ThreadRef } from '../ports/connector.ts';

/** Returns a conversation as its platform knows it. */
export const threadOf = (row: ConversationRow): ThreadRef => ({
  externalId: row.externalId,
  kind: row.kind,
  contextExternalId: row.contextExternalId,
  channel: row.channel,
  source: row.source,
});
