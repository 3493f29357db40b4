import type { ConversationDetail, MessageView, OutboxView } from '../../shared/contract/schemas.ts';
import type { MessageAction } from '../../shared/domain/action/types.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import { clock } from '../lib/clock/clock.ts';
import type { MessageId } from '../lib/i18n/i18n.ts';
import { focusPane } from '../lib/panes.ts';
import type { Offer, Slot } from '../lib/thread/offers.ts';
import { setDraftMode, setReplyTo } from './draft-actions.ts';
import type { DraftMode } from './drafts.ts';
import { changeEdit, forgetEdit, openEdit } from './edit-actions.ts';
import { refreshCounts } from './inbox-load.ts';
import { commandOffer } from './message-offers.ts';
import { writeMail } from './compose-mail.ts';
import { takeOutboxItem } from './outbox-items.ts';
import { loadConversation } from './selection.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';
import { askFirst } from './thread-actions.ts';
import { forgetUndo, offerUndo, refuse } from './undo-actions.ts';
import type { Returned } from './undo.ts';

/** What is done by one step to a message; writing and asking first come before it. */
type Deed = Exclude<MessageAction, 'reply' | 'private_reply'>;

const UNDO_WORDS: Readonly<Record<Deed, MessageId>> = {
  edit: 'undo.edit',
  delete: 'undo.delete',
  hide: 'undo.hide',
  unhide: 'undo.unhide',
  like: 'undo.like',
  unlike: 'undo.unlike',
  block: 'undo.block',
  unblock: 'undo.unblock',
};

interface DeedRequest {
  readonly conversationId: string;
  readonly message: MessageView;
  readonly action: Deed;
  readonly text?: string;
  /** The person has said yes to what cannot be taken back. */
  readonly confirmed?: boolean;
}

const returnedOf = ({ message, action, text }: DeedRequest): Returned | null =>
  action === 'edit' && text !== undefined ? { kind: 'edit', messageId: message.id, text } : null;

/** Hands one deed to the outbox and offers to take it back. Null, or why it was not taken. */
async function act(request: DeedRequest): Promise<AppError | null> {
  const { conversationId: id, message, action, text, confirmed } = request;
  const answer = await ask((service) =>
    service.conversation.act({
      id,
      messageId: message.id,
      action,
      ...(text === undefined ? {} : { text }),
      ...(confirmed === undefined ? {} : { confirmed }),
    }),
  );
  if (!answer.ok) {
    // It may have been taken all the same: only a look can tell.
    if (answer.error.code === 'unknown_outcome') void loadConversation(id);
    return answer.error;
  }
  takeOutboxItem(answer.value);
  // The opposite of what had not begun yet: that was taken back, and nothing is to be done.
  if (answer.value.state === 'cancelled') forgetUndo(answer.value.id);
  else offerItem(request, answer.value);
  void loadConversation(id);
  void refreshCounts();
  return null;
}

function offerItem(request: DeedRequest, item: OutboxView): void {
  const { conversationId, message, action } = request;
  offerUndo({
    id: item.id,
    what: action,
    conversationId,
    label: UNDO_WORDS[action],
    name: message.author.name ?? '',
    returned: returnedOf(request),
    leaves: false,
    expiresAtMs: Math.max(item.notBeforeMs, clock.now()),
  });
}

async function actOrSay(request: DeedRequest): Promise<void> {
  const error = await act(request);
  if (error !== null) update.undo(() => ({ error: error.code }));
}

const detailOf = (id: string): ConversationDetail | undefined => appState().records.details[id];

const messageOf = (id: string, messageId: string): MessageView | undefined =>
  detailOf(id)?.messages.find((message) => message.id === messageId);

/**
 * Does what a place of a message's menu offers. Words are written first, and what cannot be taken
 * back is asked for once more. What cannot be done says why: writing in the composer, the rest here.
 */
export function takeOffer(conversationId: string, message: MessageView, offer: Offer): void {
  const { action, reason } = offer;
  // What is under way may just have been taken back: the service knows.
  const isRefused = reason !== null && reason !== 'already_under_way';
  if (isRefused && !opensComposer(conversationId, action)) return refuse(reason);
  switch (action) {
    case 'reply':
    case 'private_reply':
      return answerMessage(conversationId, message, action);
    case 'edit':
      return openEdit(message.id, message.text);
    case 'block':
      return askFirst({ conversationId, messageId: message.id, action });
    case 'delete':
      if (message.authorKind !== 'brand') {
        return askFirst({ conversationId, messageId: message.id, action });
      }
      return void actOrSay({ conversationId, message, action });
    case 'hide':
    case 'unhide':
    case 'like':
    case 'unlike':
    case 'unblock':
      return void actOrSay({ conversationId, message, action });
  }
}

/**
 * Writing goes to the composer also where it is not possible now: there it says why, and what one
 * types on lands in the sheet and not among the shortcuts.
 */
function opensComposer(id: string, action: MessageAction): boolean {
  if (action !== 'reply' && action !== 'private_reply') return false;
  const mode = modeFor(id, action);
  return detailOf(id)?.modes.some((entry) => entry.mode === mode) ?? false;
}

/** Among two people every answer is a private one. */
const modeFor = (id: string, action: 'reply' | 'private_reply'): DraftMode => {
  const kind = detailOf(id)?.summary.kind;
  const isTalk = kind === 'direct_message' || kind === 'email';
  return action === 'private_reply' || isTalk ? 'private' : 'public';
};

/** Goes to the composer with a message to answer. */
function answerMessage(id: string, message: MessageView, action: 'reply' | 'private_reply'): void {
  const kind = detailOf(id)?.summary.kind;
  if (kind === 'email') return writeMail(id, 'reply', message.id);
  const isPrivateTalk = kind === 'direct_message';
  setDraftMode(id, modeFor(id, action));
  setReplyTo(id, isPrivateTalk ? null : message.id);
  focusPane('composer');
}

/** The person said yes: what was asked for is done. */
export async function confirmDeed(): Promise<void> {
  const { confirming } = appState().thread;
  if (confirming === null) return;
  const { conversationId, messageId, action } = confirming;
  const message = messageOf(conversationId, messageId);
  if (message !== undefined) await actOrSay({ conversationId, message, action, confirmed: true });
}

/** Hands the new words of a message over; they stay in the field until the service has them. */
export async function saveEdit(conversationId: string, message: MessageView): Promise<void> {
  const edit = appState().thread.edits[message.id];
  if (edit === undefined || edit.saving) return;
  changeEdit(message.id, { saving: true, error: null });
  const error = await act({ conversationId, message, action: 'edit', text: edit.text });
  if (error === null) forgetEdit(message.id);
  else changeEdit(message.id, { saving: false, error: error.code });
}

/** Does what a command means, to the message that it means. */
export function runOffer(id: string, slot: Slot): void {
  const found = commandOffer(id, slot);
  if (found !== null) takeOffer(id, found.message, found.offer);
}
