import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ReadStep } from '../ports/connector.ts';
import { confirmGone } from './confirm-gone.ts';
import { reach, type Inbox, type Reached } from './inbox.ts';
import { ingestStep } from './ingest-step.ts';
import { threadOf } from './thread-of.ts';

/** Reads one conversation's thread anew and commits what it says. Errors: the connector's. */
export async function refreshThread(
  inbox: Inbox,
  conversationId: string,
  signal: AbortSignal,
): Promise<Result<void, AppError>> {
  const conversation = inbox.store.conversation(conversationId);
  if (conversation === null) return err(appError('not_found'));
  const reached = await reach(inbox, conversation.row.accountId);
  if (!reached.ok) return reached;
  const read = await inbox.turns.run(conversation.row.accountId, () =>
    readThreadAnew(inbox, reached.value, conversationId, signal),
  );
  return read.ok ? ok(undefined) : read;
}

/**
 * The same for callers that hold the account's turn already. A thread that could not be read to its
 * end is a failure: what may have been missed decides whether a reply may leave.
 */
export async function readThreadAnew(
  inbox: Inbox,
  { account, connector, remote }: Reached,
  conversationId: string,
  signal: AbortSignal,
): Promise<Result<ReadStep, AppError>> {
  const conversation = inbox.store.conversation(conversationId);
  if (conversation === null) return err(appError('not_found'));
  const read = await connector.readThread(remote, threadOf(conversation.row), signal);
  if (!read.ok) return read;
  const step = await confirmGone(inbox, { account, connector, remote }, read.value, signal);
  ingestStep(inbox, account, step, { arrivals: true });
  const [failure] = step.failures;
  return failure === undefined ? ok(step) : err(failure.error);
}
