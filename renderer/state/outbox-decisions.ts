import type { OutboxView } from '../../shared/contract/schemas.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import { isSpoken } from '../lib/thread/deeds.ts';
import { returnReply, saveDraft } from './draft-actions.ts';
import { openEdit } from './edit-actions.ts';
import { refreshCounts } from './inbox-load.ts';
import { takeOutboxItem } from './outbox-items.ts';
import { loadConversation } from './selection.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';
import { forgetUndo } from './undo-actions.ts';

/** The words of what did not go return to where they were written: to the composer, or to the edit. */
function giveBack(item: OutboxView): void {
  const { messages = [] } = appState().records.details[item.conversationId] ?? {};
  const target = messages.find(({ externalId }) => externalId === item.targetExternalId);
  // A mail is the draft that the service keeps now.
  if (item.mail !== null) return;
  if (isSpoken(item)) {
    returnReply(item.conversationId, {
      text: item.text,
      mode: item.action === 'reply' ? 'public' : 'private',
      replyTo: item.action === 'private_reply' ? (target?.id ?? null) : null,
      image: null,
    });
  } else if (item.action === 'edit' && target !== undefined) openEdit(target.id, item.text);
}

async function settle(
  item: OutboxView,
  answer: Result<OutboxView, AppError>,
  returns: boolean,
): Promise<void> {
  if (!answer.ok) return update.undo(() => ({ error: answer.error.code }));
  takeOutboxItem(answer.value);
  forgetUndo(item.id);
  if (returns) giveBack(item);
  await loadConversation(item.conversationId);
  void refreshCounts();
}

/** A person's decision on something that stopped. Dropped words return to where they were written. */
export async function decide(
  item: OutboxView,
  decision: 'send_again' | 'drop' | 'was_sent',
): Promise<void> {
  if (item.mail !== null) await saveDraft(item.conversationId);
  const answer = await ask((service) => service.reply.resolve({ outboxId: item.id, decision }));
  await settle(item, answer, decision === 'drop');
}

/** Takes something back that waits to be sent; its words return to where they were written. */
export async function takeBackQueued(item: OutboxView): Promise<void> {
  if (item.mail !== null) await saveDraft(item.conversationId);
  const answer = await ask((service) => service.reply.cancel({ outboxId: item.id }));
  await settle(item, answer, true);
}
