import type { MailDraft } from '../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Draft } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';

/** What is being written and not sent. One in which nobody wrote anything is forgotten. Errors: `not_found`. */
export function saveDraft(
  inbox: Inbox,
  conversationId: string,
  draft: Omit<Draft, 'savedAtMs'>,
): Result<{ readonly savedAtMs: number }, AppError> {
  const [row] = inbox.store.rows([conversationId], inbox.clock.now());
  if (row === undefined) return err(appError('not_found'));
  const savedAtMs = inbox.clock.now();
  const kept = isEmpty(draft) ? null : { ...draft, savedAtMs };
  inbox.store.saveDraft(conversationId, kept);
  if (row.hasDraft !== (kept !== null)) announce(inbox, conversationId);
  return ok({ savedAtMs });
}

const isEmpty = ({ text, mail }: Omit<Draft, 'savedAtMs'>): boolean =>
  text === '' && (mail === null || !isWritten(mail));

const isWritten = ({ to, cc, subject, files }: MailDraft): boolean =>
  to !== null || cc !== null || subject !== null || files.length > 0;

/** Marks a conversation as read or unread on this computer. Errors: `not_found`. */
export function markRead(inbox: Inbox, id: string, unread: boolean): Result<void, AppError> {
  const [row] = inbox.store.rows([id], inbox.clock.now());
  if (row === undefined) return err(appError('not_found'));
  if (row.unread === unread) return ok(undefined);
  inbox.store.markRead(id, unread);
  announce(inbox, id);
  return ok(undefined);
}

const announce = (inbox: Inbox, id: string): void =>
  inbox.changes.publish({ type: 'conversations', ids: [id], arrivedIds: [] });
