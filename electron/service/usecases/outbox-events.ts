import type { Actor, NewEvent } from '../../../shared/domain/event.ts';
import { canGo, stateKind } from '../../../shared/domain/outbox/transitions.ts';
import type { OutboxItem, OutboxState } from '../../../shared/domain/outbox/types.ts';
import type { ErrorCode } from '../../../shared/kernel/app-error.ts';

/** Where a reply goes; what is left out stays as it is, except `reason`, which is then none. */
export interface Move {
  readonly state: OutboxState;
  readonly attempt?: number;
  readonly reason?: ErrorCode;
  readonly externalId?: string;
  readonly notBeforeMs?: number;
  readonly rawId?: string;
}

/** Returns the fact that a reply moved on. Throws on a way that domain.md §5 does not know. */
export function moved(
  item: OutboxItem,
  move: Move,
  at: { readonly nowMs: number; readonly actor?: Actor },
): NewEvent<'reply.state' | 'action.state'> {
  if (!canGo(item.state, move.state)) {
    throw new Error(`No way from ${item.state} to ${move.state}.`);
  }
  return {
    kind: stateKind(item.action),
    actor: at.actor ?? 'system',
    accountId: item.accountId,
    conversationId: item.conversationId,
    happenedAtMs: at.nowMs,
    payload: {
      outboxId: item.id,
      state: move.state,
      attempt: move.attempt ?? item.attempt,
      reason: move.reason ?? null,
      externalId: move.externalId ?? item.externalId,
      notBeforeMs: move.notBeforeMs ?? null,
      ...(move.rawId === undefined ? {} : { rawId: move.rawId }),
    },
  };
}

/** Returns the fact that closes the conversation after its reply arrived, when the writer wished so. */
export const closedAfter = (item: OutboxItem, nowMs: number, actor: Actor): readonly NewEvent[] =>
  item.closeAfter
    ? [
        {
          kind: 'conversation.closed',
          actor,
          accountId: item.accountId,
          conversationId: item.conversationId,
          happenedAtMs: nowMs,
          payload: {},
        },
      ]
    : [];
