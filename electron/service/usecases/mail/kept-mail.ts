import type { Message } from '../../../../shared/domain/conversation/types.ts';
import type { MailFacts } from '../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { OpenedMail } from '../../ports/mail-reader.ts';
import type { Inbox } from '../inbox.ts';

/** A message that is a mail, with what its fact says. */
export interface MailMessage {
  readonly message: Message;
  readonly mail: MailFacts;
}

/** Returns a message that is a mail. Errors: `not_found`: there is no such message, or it is none. */
export function mailOf({ store }: Inbox, messageId: string): Result<MailMessage, AppError> {
  const conversationId = store.conversationOfMessage(messageId);
  const conversation = conversationId === null ? null : store.conversation(conversationId);
  const message = conversation?.messages.find(({ id }) => id === messageId);
  const mail = message?.mail ?? null;
  return message === undefined || mail === null
    ? err(appError('not_found'))
    : ok({ message, mail });
}

/** Opens the mail itself. Errors: `mail_missing`: it was too large to be fetched, or its file is gone. */
export async function openKept(
  { rawMails, mailReader }: Inbox,
  { rawId }: MailFacts,
): Promise<Result<OpenedMail, AppError>> {
  const raw = rawId === null ? null : await rawMails.load(rawId);
  return raw === null ? err(appError('mail_missing')) : ok(await mailReader.open(raw));
}
