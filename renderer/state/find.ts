import type { ConversationSummary } from '../../shared/contract/schemas.ts';
import { withRows } from './records.ts';
import { ask } from './service.ts';
import { update } from './store.ts';

/** As many as a palette can show. */
const MOST_FOUND = 6;

/** Returns the newest conversations that hold these words; none for fewer than two signs. */
export async function findConversations(text: string): Promise<readonly ConversationSummary[]> {
  const words = text.trim().slice(0, 200);
  if (words.length < 2) return [];
  const answer = await ask((service) =>
    service.inbox.page({
      view: 'all',
      filter: { text: words },
      cursor: null,
      limit: MOST_FOUND,
    }),
  );
  if (!answer.ok) return [];
  update.records((records) => withRows(records, answer.value.rows));
  return answer.value.rows;
}
