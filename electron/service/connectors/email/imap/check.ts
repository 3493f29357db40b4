import type { ImapFlow } from 'imapflow';
import type { AppError } from '../../../../../shared/kernel/app-error.ts';
import type { MailFolder, MailTestStep, RemoteMailbox } from '../../../ports/mail.ts';
import { openLine, type LineDeps } from './line.ts';

/** How the half of a connection test that concerns reading went. */
export type ImapTest =
  | { readonly ok: true; readonly folders: readonly MailFolder[]; readonly filesSent: boolean }
  | {
      readonly ok: false;
      readonly step: Extract<MailTestStep, `imap_${string}` | 'folders'>;
      readonly error: AppError;
    };

/** Reaches the server, secures the line, logs in and lists the folders that can be opened. */
export async function checkImap(
  deps: LineDeps,
  mailbox: RemoteMailbox,
  signal: AbortSignal,
): Promise<ImapTest> {
  const opened = await openLine(mailbox, deps, signal);
  if (!opened.ok) {
    return { ok: false, step: `imap_${opened.error.stage}`, error: opened.error.error };
  }
  const { client, error, close } = opened.value;
  try {
    const folders = (await client.list())
      .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
      .map(({ path, specialUse }) => ({ path, use: specialUse ?? null }));
    return { ok: true, folders, filesSent: filesSent(client) };
  } catch (cause) {
    return { ok: false, step: 'folders', error: error(cause) };
  } finally {
    close();
  }
}

/** Gmail and Microsoft 365 file by themselves what is sent through them. */
const filesSent = ({ capabilities, host }: ImapFlow): boolean =>
  capabilities.has('X-GM-EXT-1') || /(^|\.)(office365|outlook)\.com$/i.test(host);
