import { externalIdOf, isOurs } from '../../../../shared/domain/mail/identity.ts';
import type { OutboxItem } from '../../../../shared/domain/outbox/types.ts';
import type { FoundMail } from '../../ports/mail.ts';
import type { AccountRow } from '../../ports/store.ts';
import type { Inbox } from '../inbox.ts';

/** Under which platform id a mail is known, and which mail of our outbox it is. */
export interface MailName {
  readonly externalId: string;
  readonly outboxId: string | null;
}

/** Names the mails of one step; `digest` stands for a mail without a Message-ID. */
export type NameMail = (mail: FoundMail, digest: string) => MailName;

/**
 * Returns how the mails of a step are called. A mail of ours has one name here whatever it is called
 * where it lies: some servers put a Message-ID of theirs in the place of ours, in what left or in its
 * copy in Sent. Only of what comes from one of our addresses: anybody can write a name into a mail.
 */
export function mailNames(
  { store }: Inbox,
  account: AccountRow,
  mails: readonly FoundMail[],
): NameMail {
  const ours = account.mailbox?.addresses ?? [];
  const own = store.ownMails(account.id, [...new Set(mails.flatMap(namesOf))]);
  return (mail, digest) => {
    const { head } = mail.parsed;
    const item = isOurs(head.from, ours) ? ownOf(own, mail) : undefined;
    return {
      externalId: item?.externalId ?? externalIdOf(head, digest),
      outboxId: item?.id ?? null,
    };
  };
}

const namesOf = ({ parsed }: FoundMail): readonly string[] =>
  [parsed.head.messageId, parsed.trace?.originalId ?? null].filter((id) => id !== null);

const ownOf = (own: ReadonlyMap<string, OutboxItem>, mail: FoundMail): OutboxItem | undefined =>
  namesOf(mail)
    .map((name) => own.get(name))
    .find((item) => item !== undefined);
