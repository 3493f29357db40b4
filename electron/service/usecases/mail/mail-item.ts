import type { QueuedMail } from '../../../../shared/domain/mail/types.ts';
import type { OutboxItem } from '../../../../shared/domain/outbox/types.ts';

/** A mail of the outbox, with its envelope. */
export type MailItem = OutboxItem & { readonly mail: QueuedMail };

export const isMail = (item: OutboxItem): item is MailItem => item.mail !== null;
