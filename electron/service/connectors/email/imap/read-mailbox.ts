import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { MailPlan, MailStep, ParseMail, RemoteMailbox } from '../../../ports/mail.ts';
import { openLine, type LineDeps } from './line.ts';
import { readFolder } from './read-folder.ts';

export interface ReadDeps extends LineDeps {
  readonly parseMail: ParseMail;
}

/**
 * Reads the folders of a mailbox over one line; see `MailConnector.read`. A folder that is not there,
 * or that we may not open, does not keep the others from being read: the read fails after them, with
 * the `folder` that failed first.
 */
export async function* readMailbox(
  deps: ReadDeps,
  mailbox: RemoteMailbox,
  { depth, known, signal }: MailPlan,
): AsyncGenerator<MailStep, Result<void, AppError>, undefined> {
  const opened = await openLine(mailbox, deps, signal);
  if (!opened.ok) return err(opened.error.error);
  const { client, error, close } = opened.value;
  const tools = { client, limits: deps.limits, parseMail: deps.parseMail };
  let failed: AppError | null = null;
  try {
    for (const path of new Set(mailbox.settings.folders)) {
      try {
        yield* readFolder(tools, path, known.get(path) ?? null, depth);
      } catch (cause) {
        const failure = error(cause);
        const named = appError(failure.code, { ...failure.details, folder: path });
        if (!OF_ONE_FOLDER.has(failure.code)) return err(named);
        failed ??= named;
      }
    }
  } finally {
    close();
  }
  return failed === null ? ok(undefined) : err(failed);
}

const OF_ONE_FOLDER: ReadonlySet<AppError['code']> = new Set(['object_gone', 'permission_missing']);
