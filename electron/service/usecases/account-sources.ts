import type { SourceId } from '../../../shared/domain/source/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { agentActor, commit, type Inbox } from './inbox.ts';

/** A source of an account, and whether it is to be read. */
export interface SourceSwitch {
  readonly id: string;
  readonly source: SourceId;
  readonly enabled: boolean;
}

/**
 * Switches a source on or off. What is off has no gap: it is not covered, and said to be so; what
 * happens meanwhile is read when it is on again. Errors: `not_found`.
 */
export function setSource(
  inbox: Inbox,
  { id, source, enabled }: SourceSwitch,
): Result<void, AppError> {
  const account = inbox.store.account(id);
  if (account === null) return err(appError('not_found'));
  if (account.switchedOff.has(source) === !enabled) return ok(undefined);
  commit(inbox, [
    {
      kind: 'account.changed',
      actor: agentActor(inbox),
      accountId: id,
      conversationId: null,
      happenedAtMs: inbox.clock.now(),
      payload: { sources: { [source]: enabled } },
    },
  ]);
  if (!enabled) inbox.store.closeGap(id, source, inbox.clock.now());
  return ok(undefined);
}
