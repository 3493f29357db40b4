import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { MailPlan, MailStep, ParseMail, RemoteMailbox } from '../../../ports/mail.ts';
import { ahead } from './ahead.ts';
import { openLine, type ImapLine, type LineDeps } from './line.ts';
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
  plan: MailPlan,
): AsyncGenerator<MailStep, Result<void, AppError>, undefined> {
  const opened = await openLine(mailbox, deps, plan.signal);
  if (!opened.ok) return err(opened.error.error);
  const line = opened.value;
  const { folders } = mailbox.settings;
  const steps = ahead(readFolders(deps, line, folders, plan), { count: AHEAD, stop: line.close });
  try {
    for (;;) {
      const step = await steps.next();
      // What was fetched ahead is dropped: whoever says stop wants to hear no more.
      if (plan.signal.aborted) return err(line.error(null));
      if (step.done === true) return step.value;
      yield step.value;
    }
  } finally {
    line.close();
    await steps.return(ok(undefined));
  }
}

/** Steps that are taken apart while somebody stores one. */
const AHEAD = 1;

async function* readFolders(
  deps: ReadDeps,
  { client, error }: ImapLine,
  folders: readonly string[],
  { depth, known }: MailPlan,
): AsyncGenerator<MailStep, Result<void, AppError>, undefined> {
  const tools = { client, limits: deps.limits, parseMail: deps.parseMail };
  let failed: AppError | null = null;
  for (const path of new Set(folders)) {
    try {
      yield* readFolder(tools, path, known.get(path) ?? null, depth);
    } catch (cause) {
      const failure = error(cause);
      const named = appError(failure.code, { ...failure.details, folder: path });
      if (!OF_ONE_FOLDER.has(failure.code)) return err(named);
      failed ??= named;
    }
  }
  return failed === null ? ok(undefined) : err(failed);
}

const OF_ONE_FOLDER: ReadonlySet<AppError['code']> = new Set(['object_gone', 'permission_missing']);
