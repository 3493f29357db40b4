import type { ConversationDetail } from '../../shared/contract/schemas.ts';
import { displayName } from '../../shared/domain/mail/address.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import { clock } from '../lib/clock/clock.ts';
import { focusPane } from '../lib/panes.ts';
import { composingIn, isReady } from './composing.ts';
import { clearDraft, draftOf, putDraft, saveDraft } from './draft-actions.ts';
import type { WrittenReply } from './drafts.ts';
import { mailIn } from './compose-mail.ts';
import { mailDraftOf } from './mail-now.ts';
import { refreshCounts } from './inbox-load.ts';
import { takeOutboxItem } from './outbox-items.ts';
import { loadConversation, selectNextTo } from './selection.ts';
import { ask, type Answers } from './service.ts';
import { appState } from './store.ts';
import type { UndoEntry } from './undo.ts';
import { offerUndo } from './undo-actions.ts';

type Queued = Answers['reply']['queue'];

/** Whether what is written in a conversation may be handed over. */
export function canSend(id: string): boolean {
  const detail = appState().records.details[id];
  const draft = draftOf(id);
  if (detail === undefined) return false;
  return isReady(composingIn(detail, draft, draft.mode), draft, mailIn(id));
}

/** Sends what is written: a reply into the outbox, a note into the conversation. */
export async function send(id: string, closeAfter: boolean): Promise<void> {
  if (!canSend(id)) return;
  putDraft(id, { sending: true, error: null });
  await (draftOf(id).mode === 'note' ? addNote(id) : queueReply(id, closeAfter));
}

async function addNote(id: string): Promise<void> {
  const { text, replyTo, image, mail, saved } = draftOf(id);
  const answer = await ask((service) => service.conversation.note({ id, text }));
  if (!answer.ok) return putDraft(id, { sending: false, error: answer.error.code });
  clearDraft(id);
  // A picture and what was written into a mail do not go with a note: they wait for the reply.
  putDraft(id, { replyTo, image, mail, saved });
  void saveDraft(id);
  await loadConversation(id);
}

/** The newest message on the screen: a newer one at the page stops the reply and asks. */
const seenThrough = (detail: ConversationDetail): number =>
  Math.max(0, ...detail.messages.map((message) => message.createdAtMs));

function askToQueue(
  id: string,
  written: WrittenReply,
  context: { readonly closeAfter: boolean; readonly detail: ConversationDetail },
) {
  const { closeAfter, detail } = context;
  const draft = draftOf(id);
  const { target, mode } = composingIn(detail, draft, draft.mode);
  const parent = target?.externalId ?? null;
  const imageId = written.image?.imageId ?? null;
  const mail = mailIn(id);
  return ask((service) =>
    service.reply.queue({
      conversationId: id,
      text: written.text,
      seenThroughMs: seenThrough(detail),
      closeAfter,
      visibility: mode === 'private' ? 'private' : 'public',
      ...(parent === null ? {} : { parentExternalId: parent }),
      ...(imageId === null ? {} : { imageId }),
      ...(mail === null ? {} : { mail: mailDraftOf(mail, draft) }),
    }),
  );
}

async function queueReply(id: string, closeAfter: boolean): Promise<void> {
  const { text, mode, replyTo, image } = draftOf(id);
  const written: WrittenReply = { text, mode, replyTo, image };
  const detail = appState().records.details[id];
  if (detail === undefined) return;
  const before = new Set(detail.outbox.map((item) => item.id));
  const answer = await askToQueue(id, written, { closeAfter, detail });
  if (answer.ok) return queued(id, answer.value, written);
  await notQueued(id, answer.error, { before, written });
}

function queued(id: string, item: Queued, written: WrittenReply): void {
  clearDraft(id);
  takeOutboxItem(item);
  offerUndo({
    id: item.id,
    what: item.action,
    conversationId: id,
    ...undoWords(id, item, written),
    leaves: true,
    expiresAtMs: Math.max(item.notBeforeMs, clock.now()),
  });
  void loadConversation(id);
  void refreshCounts();
  selectNextTo(id);
  // The field that had the focus belongs to the conversation that was just left.
  focusPane('list');
}

function undoWords(
  id: string,
  { mail }: Queued,
  written: WrittenReply,
): Pick<UndoEntry, 'label' | 'name' | 'returned'> {
  if (mail !== null) {
    const [first] = mail.to;
    return {
      label: mail.to.length + mail.cc.length > 1 ? 'undo.mailToAll' : 'undo.mail',
      name: first === undefined ? '' : displayName(first),
      returned: { kind: 'kept' },
    };
  }
  return {
    label: written.mode === 'private' ? 'undo.privateReply' : 'undo.reply',
    name: appState().records.conversations[id]?.author.name ?? '',
    returned: { kind: 'reply', reply: written },
  };
}

/**
 * The text stays in the composer. When the service went away with the reply in its hands, only a
 * look can tell whether it is in the outbox: then it is not written twice.
 */
async function notQueued(
  id: string,
  error: AppError,
  sent: { readonly before: ReadonlySet<string>; readonly written: WrittenReply },
): Promise<void> {
  if (error.code === 'unknown_outcome') {
    await loadConversation(id);
    const { text } = draftOf(id);
    const outbox = appState().records.details[id]?.outbox ?? [];
    const arrived = outbox.find((item) => item.text === text && !sent.before.has(item.id));
    if (arrived !== undefined) return queued(id, arrived, sent.written);
  }
  const code = error.code === 'unknown_outcome' ? 'service_restarting' : error.code;
  putDraft(id, { sending: false, error: code });
}
