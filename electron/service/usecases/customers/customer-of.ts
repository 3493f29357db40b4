import type { Person } from '../../../../shared/domain/customer/types.ts';
import type { HistoryRow, PersonRow } from '../../ports/customer-store.ts';
import type { ReadableStore } from '../../ports/store.ts';

/** Whom a conversation is with. */
export interface CustomerHere {
  /** As which of them they write in this conversation. */
  readonly person: Person;
  /** All identities that ever wrote, the newest first; with an account that was removed they are not known. */
  readonly identities: readonly PersonRow[];
  /** Their other conversations, the newest first. */
  readonly history: readonly HistoryRow[];
}

/** Returns the customer of a conversation; null: nobody is named in it. `limit`: of the history. */
export function customerHere(
  store: ReadableStore,
  conversationId: string,
  limit: number,
): CustomerHere | null {
  const person = store.personOfConversation(conversationId);
  if (person === null) return null;
  const all = store.customerOf(person);
  return {
    person,
    identities: store.people(all),
    history: store
      .conversationsOf(all, limit + 1)
      .filter(({ id }) => id !== conversationId)
      .slice(0, limit),
  };
}
