import type {
  LinkProposal,
  PersonRowView,
  PersonView,
} from '../../shared/contract/customer-schemas.ts';
import { clock } from '../lib/clock/clock.ts';
import type { MessageId } from '../lib/i18n/i18n.ts';
import type { ServiceClient } from '../lib/service/index.ts';
import { loadConversation } from './selection.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';
import { offerUndo } from './undo-actions.ts';

/** Returns people by the beginnings of their names and addresses; none for fewer than two signs. */
export async function findPeople(text: string): Promise<readonly PersonRowView[]> {
  const words = text.trim().slice(0, 200);
  if (words.length < 2) return [];
  const answer = await ask((service) => service.customers.search({ text: words }));
  return answer.ok ? answer.value : [];
}

/** Returns who else the customer of a conversation may be. */
export async function proposalsFor(conversationId: string): Promise<readonly LinkProposal[]> {
  const answer = await ask((service) => service.customers.proposals({ conversationId }));
  return answer.ok ? answer.value : [];
}

interface Saying {
  readonly conversationId: string;
  readonly label: MessageId;
  /** Whom it concerns, for the words. */
  readonly name: string;
  readonly step: (service: ServiceClient) => Promise<{ readonly opId: string | null }>;
}

/** Says something of people and offers to take it back. */
async function say({ conversationId, label, name, step }: Saying): Promise<void> {
  const answer = await ask(step);
  if (!answer.ok) return update.undo(() => ({ error: answer.error.code }));
  void loadConversation(conversationId);
  if (answer.value.opId === null) return;
  offerUndo({
    id: answer.value.opId,
    what: 'customer',
    conversationId,
    label,
    name,
    returned: null,
    leaves: false,
    expiresAtMs: clock.now() + (appState().session.hello?.undoMs ?? 8_000),
  });
}

const only = ({ accountId, externalId }: PersonView): PersonView => ({ accountId, externalId });

/** Links somebody to the customer of a conversation. */
export async function linkCustomer(
  conversationId: string,
  other: PersonView,
  name: string,
): Promise<void> {
  const here = appState().records.details[conversationId]?.customer ?? null;
  if (here === null) return;
  await say({
    conversationId,
    label: 'undo.customerLinked',
    name,
    step: (service) => service.customers.link({ one: here.person, other: only(other) }),
  });
}

/** Takes one identity out of the customer of a conversation. */
export const unlinkCustomer = (
  conversationId: string,
  person: PersonView,
  name: string,
): Promise<void> =>
  say({
    conversationId,
    label: 'undo.customerUnlinked',
    name,
    step: (service) => service.customers.unlink(only(person)),
  });
