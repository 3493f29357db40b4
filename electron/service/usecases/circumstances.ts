import type { Circumstances } from '../../../shared/domain/action/abilities.ts';
import type { ConversationProjection } from '../../../shared/domain/conversation/projection.ts';
import type { Inbox } from './inbox.ts';

/** Gathers what decides about the actions on a conversation's messages now. */
export const circumstancesOf = (
  { store, clock }: Pick<Inbox, 'store' | 'clock'>,
  { row, messages, outbox }: ConversationProjection,
): Circumstances => ({
  conversation: row,
  messages,
  outbox,
  states: store.platformStates(
    row.accountId,
    messages.flatMap((message) => message.externalId ?? []),
  ),
  scopes: store.tokenState(row.accountId)?.scopes ?? null,
  nowMs: clock.now(),
});
