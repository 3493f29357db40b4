import type { MessageView, OutboxView } from '../../shared/contract/schemas.ts';
import { MESSAGE_ACTIONS, type MessageAction } from '../../shared/domain/action/types.ts';

const ALL_ALLOWED = Object.fromEntries(
  MESSAGE_ACTIONS.map((action) => [action, { allowed: true }]),
) as MessageView['abilities'];

/** Returns abilities in which all is allowed but what is named, each with its reason. */
export const abilitiesBut = (
  refused: Partial<
    Record<MessageAction, Extract<MessageView['abilities']['like'], { allowed: false }>['reason']>
  > = {},
): MessageView['abilities'] => ({
  ...ALL_ALLOWED,
  ...Object.fromEntries(
    Object.entries(refused).map(([action, reason]) => [action, { allowed: false, reason }]),
  ),
});

/** Returns a message as the contract shows it: a customer's, visible, with all allowed. */
export const messageView = (change: Partial<MessageView> = {}): MessageView => ({
  id: 'm1',
  externalId: 'x1',
  parentExternalId: null,
  author: { externalId: 'p1', name: 'Giulia' },
  authorKind: 'customer',
  text: 'Rispondete?',
  createdAtMs: 1_000,
  visibility: 'public',
  source: null,
  presence: 'visible',
  presenceAtMs: null,
  versions: [],
  attachments: [],
  permalink: null,
  answered: [],
  abilities: abilitiesBut(),
  likeCount: null,
  liked: null,
  mail: null,
  ...change,
});

/** Returns something in the outbox as the contract shows it: a hiding of `x1` that waits. */
export const outboxView = (change: Partial<OutboxView> = {}): OutboxView => ({
  id: 'o1',
  conversationId: 'c1',
  action: 'hide',
  targetExternalId: 'x1',
  text: '',
  imageName: null,
  state: 'queued',
  attempt: 0,
  reason: null,
  queuedAtMs: 2_000,
  notBeforeMs: 10_000,
  seenThroughMs: 1_000,
  changedAtMs: 2_000,
  copies: [],
  mail: null,
  ...change,
});
