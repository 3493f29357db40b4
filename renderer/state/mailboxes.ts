import type { AccountView } from '../../shared/contract/channel-schemas.ts';
import type { MailAddressView, MailboxView } from '../../shared/contract/mail-schemas.ts';
import type { FailedAttempt, ListedFolder } from '../lib/mailbox/attempts.ts';
import { serverDraft, type ServerDraft, type ServerKind } from '../lib/mailbox/servers.ts';

/** An account that is a mailbox. */
export type MailboxAccount = AccountView & { readonly mailbox: MailboxView };

/** The settings of a mailbox as they are being changed. */
export interface MailboxDraft {
  readonly servers: Readonly<Record<ServerKind, ServerDraft>>;
  /** The first is the one that answers are written from. */
  readonly addresses: readonly { readonly name: string; readonly address: string }[];
  readonly folders: readonly string[];
  readonly sentFolder: string | null;
  readonly plusAddress: boolean;
  readonly subjectTag: boolean;
  readonly teamId: string;
}

/** What is being done with a connected mailbox; no secret is ever in it. */
export interface MailboxWork {
  /** Null: nothing is changed. */
  readonly draft: MailboxDraft | null;
  /** `listing`: the folders are asked for · `browser`: the person logs in there · `saving`: tested, then kept. */
  readonly busy: 'listing' | 'browser' | 'saving' | null;
  readonly saved: boolean;
  readonly failed: FailedAttempt | null;
  /** Fields that are wrong: `imap.host`, `address.2`, `folders`. */
  readonly faults: readonly string[];
  /** As the server lists them; null: not asked yet. */
  readonly listed: readonly ListedFolder[] | null;
}

/** What is under way, by account. It lives here, so that leaving the page loses nothing typed. */
export interface MailboxesState {
  readonly byId: Readonly<Record<string, MailboxWork>>;
}

/** Nothing is under way. */
export const IDLE_MAILBOX: MailboxWork = {
  draft: null,
  busy: null,
  saved: false,
  failed: null,
  faults: [],
  listed: null,
};

/** No mailbox is being changed. */
export const initialMailboxes: MailboxesState = { byId: {} };

/** Returns the kept settings of a mailbox as they stand in the fields. */
export const mailboxDraft = ({ mailbox, teamId }: MailboxAccount): MailboxDraft => ({
  servers: { imap: serverDraft(mailbox.imap), smtp: serverDraft(mailbox.smtp) },
  addresses: mailbox.addresses.map(({ name, address }: MailAddressView) => ({
    name: name ?? '',
    address,
  })),
  folders: mailbox.folders,
  sentFolder: mailbox.sentFolder,
  plusAddress: mailbox.plusAddress,
  subjectTag: mailbox.subjectTag,
  teamId,
});

/** Whether an account is a mailbox. */
export const isMailbox = (account: AccountView): account is MailboxAccount =>
  account.mailbox !== null;
