import type { ImapFlow } from 'imapflow';
import { appError, AppFailure, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { RemoteMailbox } from '../../../ports/mail.ts';
import { openLine, type LineDeps } from './line.ts';

/** Runs `work` over a line of its own. */
async function onLine<T>(
  deps: LineDeps,
  mailbox: RemoteMailbox,
  signal: AbortSignal,
  work: (client: ImapFlow) => Promise<T>,
): Promise<Result<T, AppError>> {
  const opened = await openLine(mailbox, deps, signal);
  if (!opened.ok) return err(opened.error.error);
  const { client, error, close } = opened.value;
  try {
    return ok(await work(client));
  } catch (cause) {
    return err(error(cause));
  } finally {
    close();
  }
}

/** The Sent folder: the one of the settings, else as the server marks or names it. Null: none. */
async function sentFolderOf(client: ImapFlow, mailbox: RemoteMailbox): Promise<string | null> {
  const folders = await client.list();
  const wanted = mailbox.settings.sentFolder;
  const chosen = folders.find(({ path, specialUse }) =>
    wanted === null ? specialUse === '\\Sent' : path === wanted,
  );
  return chosen?.path ?? null;
}

/** Whether a folder holds a mail with this Message-ID. */
async function holds(client: ImapFlow, folder: string, messageId: string): Promise<boolean> {
  await client.mailboxOpen(folder, { readOnly: true });
  const header = { 'message-id': `<${messageId}>` };
  const found = await client.search({ header }, { uid: true });
  if (!Array.isArray(found)) throw new AppFailure(appError('refused', { command: 'SEARCH' }));
  return found.length > 0;
}

/** See `MailConnector.findSent`. */
export const findSent = (
  deps: LineDeps,
  mailbox: RemoteMailbox,
  messageId: string,
  signal: AbortSignal,
): Promise<Result<boolean | null, AppError>> =>
  onLine(deps, mailbox, signal, async (client) => {
    const folder = await sentFolderOf(client, mailbox);
    return folder === null ? null : holds(client, folder, messageId);
  });

/**
 * See `MailConnector.fileSent`. Errors beside those of the line: `object_gone` (no Sent folder),
 * `refused` with the reason `mailbox_full` or `too_large`.
 */
export const fileSent = (
  deps: LineDeps,
  mailbox: RemoteMailbox,
  sent: { readonly messageId: string; readonly raw: Uint8Array },
  signal: AbortSignal,
): Promise<Result<void, AppError>> =>
  onLine(deps, mailbox, signal, async (client) => {
    const folder = await sentFolderOf(client, mailbox);
    if (folder === null) throw new AppFailure(appError('object_gone', { folder: 'Sent' }));
    if (await holds(client, folder, sent.messageId)) return;
    await client.append(folder, sent.raw, ['\\Seen']);
  });
