import { clock } from '../lib/clock/clock.ts';
import type { MessageId } from '../lib/i18n/i18n.ts';
import type { ServiceClient } from '../lib/service/index.ts';
import { agentName, refreshCounts } from './inbox-load.ts';
import { loadConversation, selectNextTo } from './selection.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';
import { offerUndo } from './undo-actions.ts';

type Step = (service: ServiceClient) => Promise<{ readonly opId: string }>;

interface Act {
  readonly id: string;
  readonly label: MessageId;
  readonly step: Step;
  /** The conversation is done with: the selection goes on to the next one. */
  readonly moveOn: boolean;
  /** For the words of the undo slot; default: the customer. */
  readonly name?: string;
}

const customerName = (id: string): string =>
  appState().records.conversations[id]?.author.name ?? '';

/** Does something undoable to a conversation and offers to take it back. */
async function act({ id, label, step, moveOn, name }: Act): Promise<void> {
  const answer = await ask(step);
  if (!answer.ok) return update.undo(() => ({ error: answer.error.code }));
  offerUndo({
    id: answer.value.opId,
    what: 'conversation',
    conversationId: id,
    label,
    name: name ?? customerName(id),
    returned: null,
    leaves: moveOn,
    expiresAtMs: clock.now() + (appState().session.hello?.undoMs ?? 8_000),
  });
  if (moveOn) selectNextTo(id);
  else void loadConversation(id);
  void refreshCounts();
}

/** Says that nobody waits for an answer here. */
export const noAnswerNeeded = (id: string): Promise<void> =>
  act({
    id,
    label: 'undo.noAnswerNeeded',
    step: (service) => service.conversation.noAnswerNeeded({ id }),
    moveOn: true,
  });

/** Closes a conversation. */
export const closeConversation = (id: string): Promise<void> =>
  act({
    id,
    label: 'undo.closed',
    step: (service) => service.conversation.close({ id }),
    moveOn: true,
  });

/** Opens a closed conversation again. */
export const reopenConversation = (id: string): Promise<void> =>
  act({
    id,
    label: 'undo.reopened',
    step: (service) => service.conversation.reopen({ id }),
    moveOn: false,
  });

/** Hands a conversation to another team; its deadline stays. */
export const handOver = (id: string, teamId: string, note: string | null): Promise<void> =>
  act({
    id,
    label: 'undo.handedOver',
    step: (service) => service.conversation.handOver({ id, teamId, note }),
    moveOn: true,
    name: appState().session.hello?.teams.find((team) => team.id === teamId)?.name ?? teamId,
  });

/** Gives a conversation to a person, or to nobody. */
export const assign = (id: string, assignee: string | null): Promise<void> =>
  act({
    id,
    label: assignee === null ? 'undo.unassigned' : 'undo.assigned',
    step: (service) => service.conversation.assign({ id, assignee }),
    moveOn: false,
    name: assignee ?? customerName(id),
  });

/** Takes a conversation, or gives it back when it is already one's own. */
export const toggleMine = (id: string): Promise<void> => {
  const mine = appState().records.conversations[id]?.assignee === agentName();
  return assign(id, mine ? null : agentName());
};
