import { IDLE_MAILBOX, mailboxDraft, type MailboxAccount } from '../../../state/mailboxes.ts';
import { useApp } from '../../../state/store.ts';

/** Returns what is being done with a mailbox, and its settings as they stand on the screen. */
export function useMailbox(account: MailboxAccount) {
  const work = useApp(({ mailboxes }) => mailboxes.byId[account.id]) ?? IDLE_MAILBOX;
  return { ...work, shown: work.draft ?? mailboxDraft(account) };
}
