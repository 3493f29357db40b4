import { explainObligation, upToDeadline } from '../../../shared/domain/sla/explain.ts';
import type { Explanation } from '../../../shared/domain/sla/types.ts';
import type { ConversationProjection } from '../../../shared/domain/conversation/projection.ts';
import type { Obligation } from '../../../shared/domain/obligation/types.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Inbox } from './inbox.ts';

/** Returns why each deadline of a conversation is what it is, oldest first. Errors: `not_found`. */
export function explainConversation(
  inbox: Inbox,
  id: string,
): Result<readonly Explanation[], AppError> {
  const conversation = inbox.store.conversation(id);
  if (conversation === null) return err(appError('not_found'));
  const { obligations, row } = conversation;
  return ok(obligations.flatMap((one) => explain(inbox, one, row.source) ?? []));
}

/**
 * Explains the most urgent open obligation up to its deadline, else the one that ended last; null
 * without any. What came after the deadline is left to {@link explainConversation}.
 */
export function explainMostUrgent(
  inbox: Inbox,
  { row, obligations }: ConversationProjection,
): Explanation | null {
  const latest = obligations
    .filter((one) => one.endedAtMs !== null)
    .toSorted((a, b) => (b.endedAtMs ?? 0) - (a.endedAtMs ?? 0))[0];
  const shown = obligations.find((one) => one.id === row.obligationId) ?? latest;
  const explanation = shown === undefined ? null : explain(inbox, shown, row.source);
  return explanation === null ? null : upToDeadline(explanation);
}

/** What was missed of its source and made good later is certain again: only open gaps are told. */
function explain(
  { store, clock }: Inbox,
  obligation: Obligation,
  source: SourceId,
): Explanation | null {
  const nowMs = clock.now();
  const rule = store.rules().versions.find((one) => one.version === obligation.policyVersion);
  if (rule === undefined) return null;
  const untilMs = Math.max(obligation.endedAtMs ?? nowMs, obligation.dueAtMs ?? nowMs);
  const gaps = store
    .gaps(obligation.accountId, obligation.startedAtMs, untilMs + 1)
    .filter((gap) => gap.source === source && gap.filledAtMs === null);
  return explainObligation(obligation, rule, gaps, nowMs);
}
