import { CONTRACT_VERSION } from '../../../shared/contract/version.ts';
import { agentName } from '../usecases/inbox.ts';
import { api } from './base.ts';

/** The group `system` of the contract. */
export const system = api.system.router({
  hello: api.system.hello.handler(({ context }) => {
    const { inbox, runtime, profileDir, practiceWorkspace } = context;
    return {
      contractVersion: CONTRACT_VERSION,
      runtime,
      practice: practiceWorkspace,
      online: inbox.network.online,
      profileDir,
      agent: { name: agentName(inbox) },
      teams: [...inbox.store.teams()],
      undoMs: inbox.undoMs,
      nowMs: inbox.clock.now(),
    };
  }),
  changes: api.system.changes.handler(({ context, signal }) =>
    context.inbox.changes.stream(signal ?? new AbortController().signal),
  ),
  setOnline: api.system.setOnline.handler(({ context, input }) => {
    context.inbox.network.set(input.online);
  }),
});
