import type { MailAddress } from '../../../../shared/domain/mail/types.ts';
import type { Inbox } from '../inbox.ts';

/** What decides how the mails of an account are shown, beside themselves. */
export interface MailsAround {
  /** Addresses that are ours. */
  readonly ours: readonly MailAddress[];
  /** The conversation whose first message has this platform id; null: it is not known. */
  readonly conversationOf: (externalId: string) => string | null;
}

/** Gathers it. */
export const mailsAround = ({ store }: Inbox, accountId: string): MailsAround => ({
  ours: store.account(accountId)?.mailbox?.addresses ?? [],
  conversationOf: (externalId) =>
    store.knownConversations(accountId, [externalId])[0]?.conversationId ?? null,
});
