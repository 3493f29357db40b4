import type { CalendarEvent } from '../../../shared/domain/mail/readable.ts';
import type { ParsedMail } from './mail.ts';

/** A mail taken apart, with its files at hand. */
export interface OpenedMail {
  readonly parsed: ParsedMail;
  /** Returns the bytes of a file by its index; null when there is none. */
  bytes(index: number): Uint8Array | null;
}

/** Reads what lies within mails. Nothing in it throws: what cannot be read is empty or null. */
export interface MailReader {
  open(raw: Uint8Array): Promise<OpenedMail>;
  /** Returns the event in a calendar file; null when there is none. */
  event(bytes: Uint8Array): CalendarEvent | null;
}
