import type { Circumstances } from '../../../shared/domain/action/abilities.ts';
import type { ConversationProjection } from '../../../shared/domain/conversation/projection.ts';
import type { Context, Message } from '../../../shared/domain/conversation/types.ts';
import { copiesOf } from '../../../shared/domain/outbox/copies.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { Explanation } from '../../../shared/domain/sla/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Draft, InboxRow } from '../ports/store.ts';
import { circumstancesOf } from './circumstances.ts';
import { customerHere, type CustomerHere } from './customers/customer-of.ts';
import { shownItem } from './decide-reply.ts';
import { explainMostUrgent } from './explain.ts';
import type { Inbox } from './inbox.ts';

/** A conversation with all that is shown beside it. */
export interface OpenedConversation {
  readonly row: InboxRow;
  readonly projection: ConversationProjection;
  readonly context: Context | null;
  /** Holds of the undo window counted in. */
  readonly outbox: readonly OutboxItem[];
  /** Per outbox id: what may be the delivery of something whose fate is unknown. */
  readonly copies: ReadonlyMap<string, readonly Message[]>;
  /** What decides about actions on its messages. */
  readonly around: Circumstances;
  readonly explanation: Explanation | null;
  readonly draft: Draft | null;
  /** Whom it is with, and their other conversations; null: nobody is named in it. */
  readonly customer: CustomerHere | null;
}

const HISTORY_SHOWN = 5;

/** Gathers one conversation. Errors: `not_found`. */
export function openConversation(inbox: Inbox, id: string): Result<OpenedConversation, AppError> {
  const { store, clock } = inbox;
  const projection = store.conversation(id);
  const [row] = store.rows([id], clock.now());
  if (projection === null || row === undefined) return err(appError('not_found'));
  const { accountId, contextExternalId } = projection.row;
  return ok({
    row,
    projection,
    context: contextExternalId === null ? null : store.context(accountId, contextExternalId),
    outbox: projection.outbox.map((item) => shownItem(inbox, item)),
    copies: new Map(
      projection.outbox.map((item) => [
        item.id,
        copiesOf(item, projection.messages, projection.outbox),
      ]),
    ),
    around: circumstancesOf(inbox, projection),
    explanation: explainMostUrgent(inbox, projection),
    draft: store.draft(id),
    customer: customerHere(store, id, HISTORY_SHOWN),
  });
}
