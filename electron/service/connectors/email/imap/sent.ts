import type { ImapFlow } from 'imapflow';
import { messageIdsIn } from '../../../../../shared/domain/mail/signs.ts';
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

/**
 * The Sent folder: the one of the settings, else as the server marks or names it (the other may have
 * been renamed). Null: none.
 */
async function sentFolderOf(client: ImapFlow, mailbox: RemoteMailbox): Promise<string | null> {
  const folders = await client.list();
  const wanted = mailbox.settings.sentFolder;
  const named = folders.find(({ path }) => path === wanted);
  const chosen = named ?? folders.find(({ specialUse }) => specialUse === '\\Sent');
  return chosen?.path ?? null;
}

/** Where servers that give a mail another Message-ID keep the one that it had. */
const ID_FIELDS = [
  'message-id',
  'x-microsoft-original-message-id',
  'x-google-original-message-id',
] as const;

/** Returns the Message-ID of the mail in a folder that has, or had, one of these; null: there is none. */
async function copyIn(
  client: ImapFlow,
  folder: string,
  messageIds: readonly string[],
): Promise<string | null> {
  await client.mailboxOpen(folder, { readOnly: true });
  for (const messageId of messageIds) {
    const or = ID_FIELDS.map((field) => ({ header: { [field]: `<${messageId}>` } }));
    const found = await client.search({ or }, { uid: true });
    if (!Array.isArray(found)) throw new AppFailure(appError('refused', { command: 'SEARCH' }));
    const [uid] = found;
    if (uid === undefined) continue;
    const copy = await client.fetchOne(String(uid), { envelope: true }, { uid: true });
    const named = copy === false ? undefined : copy.envelope?.messageId;
    return messageIdsIn(named ?? '')[0] ?? messageId;
  }
  return null;
}

/** See `MailConnector.findSent`. */
export const findSent = (
  deps: LineDeps,
  mailbox: RemoteMailbox,
  messageIds: readonly string[],
  signal: AbortSignal,
): Promise<Result<string | null, AppError>> =>
  onLine(deps, mailbox, signal, async (client) => {
    const folder = await sentFolderOf(client, mailbox);
    return folder === null ? null : copyIn(client, folder, messageIds);
  });

/**
 * See `MailConnector.fileSent`. Errors beside those of the line: `object_gone` (no Sent folder),
 * `refused` with the reason `mailbox_full` or `too_large`.
 */
export const fileSent = (
  deps: LineDeps,
  mailbox: RemoteMailbox,
  sent: { readonly messageIds: readonly string[]; readonly raw: Uint8Array },
  signal: AbortSignal,
): Promise<Result<void, AppError>> =>
  onLine(deps, mailbox, signal, async (client) => {
    const folder = await sentFolderOf(client, mailbox);
    if (folder === null) throw new AppFailure(appError('object_gone', { folder: 'Sent' }));
    if ((await copyIn(client, folder, sent.messageIds)) !== null) return;
    await client.append(folder, sent.raw, ['\\Seen']);
  });
