import type { QuoteFor } from '../../../../shared/domain/mail/compose-quote.ts';
import type { MailAddress, MailKind, Signature } from '../../../../shared/domain/mail/types.ts';

/** A mail that somebody wrote in a conversation, and what they had read by then. */
export interface NewMail {
  readonly kind: MailKind;
  readonly conversationId: string;
  /** The mail that is answered or passed on; left out: the newest one of the customer. */
  readonly parentExternalId?: string | undefined;
  /** What somebody wrote; a mail that is passed on may do without. */
  readonly text: string;
  /** What stands between the text and what is quoted; left out: nothing. */
  readonly signature?: Pick<Signature, 'language' | 'text'>;
  /**
   * For whom the other mail is quoted below; left out: an answer quotes nothing, a mail that is passed
   * on is quoted in Italian, in the zone of the calendar.
   */
  readonly quote?: QuoteFor;
  /** Left out: as the kind says. A mail that is passed on needs them. */
  readonly to?: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly subject?: string;
  /** Ids of files that lie ready, in their order. */
  readonly attachments?: readonly string[];
  /** Of a mail that is passed on: which of its files go along, by their index; left out: all. */
  readonly forwarded?: readonly number[];
  readonly seenThroughMs: number;
  readonly closeAfter: boolean;
  readonly undoMs?: number;
}
