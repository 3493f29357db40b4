import type { FlagsEvent } from 'imapflow';
import type { AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { RemoteMailbox } from '../../../ports/mail.ts';
import { isDeleted } from './fetch-mails.ts';
import { openLine, type LineDeps } from './line.ts';

/**
 * Waits for news in the first folder; see `MailConnector.watch`. `onNews` is also called once when the
 * watch stands, because nobody tells what came between the last read and that moment.
 */
export async function watchFolder(
  deps: LineDeps,
  mailbox: RemoteMailbox,
  onNews: () => void,
  signal: AbortSignal,
): Promise<Result<boolean, AppError>> {
  const opened = await openLine(mailbox, deps, signal);
  if (!opened.ok) return signal.aborted ? ok(true) : err(opened.error.error);
  const { client, error, close } = opened.value;
  try {
    if (!client.capabilities.has('IDLE')) return ok(false);
    await client.mailboxOpen(mailbox.settings.folders[0] ?? 'INBOX', { readOnly: true });
    const onFlags = (change: FlagsEvent): void => {
      if (isDeleted(change)) onNews();
    };
    client.on('exists', onNews);
    client.on('expunge', onNews);
    client.on('flags', onFlags);
    onNews();
    // Ends when the server breaks it off; then the line is asked to wait again.
    while (client.usable && !signal.aborted) {
      if ((await client.idle()) === false) break;
    }
    return ok(true);
  } catch (cause) {
    const failure = error(cause);
    // A line that stood and ends is no failure: whoever watches looks anew.
    return signal.aborted || failure.code === 'offline' ? ok(true) : err(failure);
  } finally {
    close();
  }
}
