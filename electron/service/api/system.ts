import { CONTRACT_VERSION } from '../../../shared/contract/version.ts';
import { agentName } from '../usecases/inbox.ts';
import { recoveryRead, unreadRecovery } from '../usecases/recovery.ts';
import { api } from './base.ts';

/** The group `system` of the contract. */
export const system = api.system.router({
  hello: api.system.hello.handler(({ context }) => {
    const { inbox, runtime, profileDir, practiceWorkspace, isStartingPractice } = context;
    return {
      contractVersion: CONTRACT_VERSION,
      runtime,
      practice: practiceWorkspace,
      practiceStarting: isStartingPractice(),
      online: inbox.network.online,
      profileDir,
      agent: { name: agentName(inbox) },
      teams: [...inbox.store.teams()],
      undoMs: inbox.undoMs,
      nowMs: inbox.clock.now(),
      recovered: unreadRecovery(inbox),
      damageFound: inbox.damage.found,
    };
  }),
  recoveryRead: api.system.recoveryRead.handler(({ context }) => recoveryRead(context.inbox)),
  changes: api.system.changes.handler(({ context, signal }) =>
    context.inbox.changes.stream(signal ?? new AbortController().signal),
  ),
  setOnline: api.system.setOnline.handler(({ context, input }) => {
    context.inbox.network.set(input.online);
  }),
});
