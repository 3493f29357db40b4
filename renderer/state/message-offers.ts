import type { MessageView } from '../../shared/contract/schemas.ts';
import { deedsOf } from '../lib/thread/deeds.ts';
import { offerOf, type Offer, type Slot } from '../lib/thread/offers.ts';
import { ownMessage, waitingMessage } from '../lib/thread/waiting-message.ts';
import { appState } from './store.ts';

/**
 * Returns the message that a command means: the one with the focus in the thread, else the one that
 * waits; for editing our own newest. Null where the conversation has none or is not known yet.
 */
export function targetOf(id: string, slot: Slot): MessageView | null {
  const { messages = [] } = appState().records.details[id] ?? {};
  const pointed = messages.find((message) => message.id === appState().thread.messageId);
  if (pointed !== undefined && pointed.presence !== 'gone') return pointed;
  return slot === 'edit' ? ownMessage(messages) : waitingMessage(messages);
}

/** Returns what a command would do now, and to which message; null where there is none. */
export function commandOffer(
  id: string,
  slot: Slot,
): { readonly message: MessageView; readonly offer: Offer } | null {
  const detail = appState().records.details[id];
  const message = targetOf(id, slot);
  if (detail === undefined || message === null) return null;
  const deeds = deedsOf(detail).get(message.id) ?? [];
  // Among two people every answer is a private one.
  const alone = slot === 'private_reply' && detail.summary.kind === 'direct_message';
  return { message, offer: offerOf(alone ? 'reply' : slot, message, deeds) };
}
