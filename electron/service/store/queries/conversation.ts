import { projectConversation } from '../../../../shared/domain/conversation/project.ts';
import type { ProjectionRules } from '../../../../shared/domain/conversation/projection.ts';
import type { Draft, ReadableStore } from '../../ports/store.ts';
import type { EventReader } from '../event-log.ts';
import type { ReadDb } from '../sqlite.ts';

export type ConversationQueries = Pick<
  ReadableStore,
  'conversation' | 'conversationEvents' | 'conversationOfMessage' | 'privateConversation' | 'draft'
>;

/** One conversation in full, made from its events when it is opened. */
export function conversationQueries(
  db: ReadDb,
  events: EventReader,
  rules: () => ProjectionRules,
): ConversationQueries {
  const exists = db.prepare('SELECT 1 FROM conversation WHERE id = ?').pluck();
  const draft = db.prepare(
    'SELECT text, mode, saved_at_ms AS savedAtMs, mail FROM draft WHERE conversation_id = ?',
  );
  const ofMessage = db.prepare('SELECT conversation_id FROM message WHERE id = ?').pluck();
  const privately = db
    .prepare(
      `SELECT id FROM conversation
       WHERE account_id = ? AND starter_external_id = ? AND kind = 'direct_message'
       ORDER BY last_message_at_ms DESC LIMIT 1`,
    )
    .pluck();
  return {
    privateConversation: (accountId, person) =>
      (privately.get(accountId, person) as string | undefined) ?? null,
    conversation: (id) =>
      exists.get(id) === undefined ? null : projectConversation(events.ofConversation(id), rules()),
    conversationOfMessage: (messageId) => (ofMessage.get(messageId) as string | undefined) ?? null,
    conversationEvents: (id) => events.ofConversation(id),
    draft: (conversationId) => draftOf(draft.get(conversationId)),
  };
}

function draftOf(record: unknown): Draft | null {
  if (record === undefined) return null;
  const { mail, ...draft } = record as Omit<Draft, 'mail'> & { readonly mail: string | null };
  // Written by us, as JSON.
  return { ...draft, mail: mail === null ? null : (JSON.parse(mail) as Draft['mail']) };
}
