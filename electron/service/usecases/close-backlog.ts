import type { NewEvent } from '../../../shared/domain/event.ts';
import type { InboxRow, PageCursor } from '../ports/store.ts';
import { commit, type Inbox } from './inbox.ts';

/** Conversations closed in one transaction: others may write between two. */
const BATCH = 200;

/**
 * Closes what has waited since before `beforeMs` in an account: it stays in every figure as
 * unanswered (domain.md §2, "closed without an answer") and no longer fills the list of work.
 * Each one can be reopened. Returns how many were closed.
 */
export async function closeBacklog(
  inbox: Inbox,
  accountId: string,
  beforeMs: number,
): Promise<number> {
  const old = pendingRows(inbox, accountId).filter(
    (row) => row.pendingSinceMs !== null && row.pendingSinceMs < beforeMs,
  );
  for (let from = 0; from < old.length; from += BATCH) {
    commit(
      inbox,
      old.slice(from, from + BATCH).map((row) => closing(inbox, row)),
    );
    await new Promise((resolve) => setImmediate(resolve));
  }
  return old.length;
}

const closing = (inbox: Inbox, row: InboxRow): NewEvent => ({
  kind: 'conversation.closed',
  actor: 'system',
  accountId: row.accountId,
  conversationId: row.id,
  happenedAtMs: Math.max(inbox.clock.now(), row.lastMessageAtMs),
  payload: {},
});

function pendingRows(inbox: Inbox, accountId: string): readonly InboxRow[] {
  const rows: InboxRow[] = [];
  let cursor: PageCursor | null = null;
  do {
    const page: ReturnType<Inbox['store']['page']> = inbox.store.page({
      view: 'to_answer',
      filter: { accountId },
      cursor,
      limit: BATCH,
      nowMs: inbox.clock.now(),
    });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}
