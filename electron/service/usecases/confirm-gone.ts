import { suspectsOf } from '../../../shared/domain/ingest/vanished.ts';
import type { KnownMessage } from '../../../shared/domain/ingest/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import type { ItemRef, ReadStep } from '../ports/connector.ts';
import type { Inbox, Reached } from './inbox.ts';

/** So many suspects are asked for after one step; the post of the others is listed again. */
const MOST_SUSPECTS = 200;

/**
 * Returns the step with what became of the known messages that its complete listings lack: the
 * platform is asked for each of them alone, and only its word makes one gone. Where it cannot be
 * asked, the listing counts as not read to its end. The caller holds the account's turn.
 */
export async function confirmGone(
  inbox: Inbox,
  { account, connector, remote }: Reached,
  step: ReadStep,
  signal: AbortSignal,
): Promise<ReadStep> {
  if (step.complete.length === 0) return step;
  const under = new Map(
    step.complete.map(({ rootExternalId }) => [
      rootExternalId,
      inbox.store.messagesUnder(account.id, rootExternalId),
    ]),
  );
  const suspects = suspectsOf(step, under);
  if (suspects.length === 0) return step;
  const asked = itemsOf(inbox, suspects.slice(0, MOST_SUSPECTS));
  const answer = await connector.readItems(remote, asked, signal);
  if (!answer.ok) return unread(step, answer.error);
  const merged = together(step, answer.value);
  const [unanswered] = answer.value.failures;
  if (unanswered !== undefined) return unread(merged, unanswered.error);
  return suspects.length > MOST_SUSPECTS ? unread(merged, appError('cut_answer')) : merged;
}

function itemsOf({ store }: Inbox, messages: readonly KnownMessage[]): readonly ItemRef[] {
  const threads = store.threads(messages.map(({ conversationId }) => conversationId));
  return messages.flatMap(({ externalId, conversationId }) => {
    const conversation = threads.get(conversationId);
    return conversation === undefined ? [] : [{ externalId, parentExternalId: null, conversation }];
  });
}

const together = (step: ReadStep, answer: ReadStep): ReadStep => ({
  ...step,
  messages: [...step.messages, ...answer.messages],
  setAside: [...step.setAside, ...answer.setAside],
  gone: [...step.gone, ...answer.gone],
  usagePercent: answer.usagePercent ?? step.usagePercent,
});

/** Without its marks: what it listed is listed again by the next read. */
const unread = (step: ReadStep, error: AppError): ReadStep => ({
  ...step,
  posts: new Map(),
  failures: [
    ...step.failures,
    ...step.complete.map(({ rootExternalId }) => ({ rootExternalId, error })),
  ],
});
