import type { MailReader } from '../../../ports/mail-reader.ts';
import { calendarEvent } from './calendar.ts';
import { openMail } from './parse-mail.ts';

/** Reads mails that are kept, and what lies within them. */
export const mailReader: MailReader = { open: openMail, event: calendarEvent };
