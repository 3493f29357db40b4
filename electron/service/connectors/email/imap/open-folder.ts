import type { ImapFlow } from 'imapflow';
import type { ParseMail } from '../../../ports/mail.ts';
import type { ImapLimits } from './limits.ts';

/** A folder that is open for reading, and what its mails are read with. */
export interface OpenFolder {
  readonly client: ImapFlow;
  readonly path: string;
  readonly uidValidity: string;
  readonly limits: ImapLimits;
  readonly parseMail: ParseMail;
}
