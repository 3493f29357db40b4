import type { Signature } from '../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { agentActor, commit, type Inbox } from '../inbox.ts';

/** Sets what stands below a team's answers; an empty text takes it away. Errors: `not_found`. */
export function setSignature(inbox: Inbox, wanted: Signature): Result<void, AppError> {
  const isTeam = inbox.store.teams().some(({ id }) => id === wanted.teamId);
  if (!isTeam) return err(appError('not_found'));
  commit(inbox, [
    {
      kind: 'signature.set',
      actor: agentActor(inbox),
      accountId: null,
      conversationId: null,
      happenedAtMs: inbox.clock.now(),
      payload: { ...wanted, text: wanted.text.trim() },
    },
  ]);
  return ok(undefined);
}
