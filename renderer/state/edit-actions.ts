import type { MessageEdit } from './thread.ts';
import { appState, update } from './store.ts';

const put = (messageId: string, edit: MessageEdit): void =>
  update.thread(({ edits }) => ({ edits: { ...edits, [messageId]: edit } }));

/** Changes what is known of one edit; nothing happens where none was begun. */
export function changeEdit(messageId: string, change: Partial<MessageEdit>): void {
  const edit = appState().thread.edits[messageId];
  if (edit !== undefined) put(messageId, { ...edit, ...change });
}

/** Opens the field below a message; what was typed in it before is still there. */
export function openEdit(messageId: string, text: string): void {
  const kept = appState().thread.edits[messageId];
  put(messageId, { text: kept?.text ?? text, open: true, saving: false, error: null });
}

/** Takes each change of the words. */
export const writeEdit = (messageId: string, text: string): void =>
  changeEdit(messageId, { text, error: null });

/** Closes the field. Changed words wait beside the message; unchanged ones are no edit. */
export function closeEdit(messageId: string, before: string): void {
  const edit = appState().thread.edits[messageId];
  if (edit === undefined) return;
  if (edit.text === before) forgetEdit(messageId);
  else changeEdit(messageId, { open: false });
}

/** Ends an edit: it was handed over, or thrown away by the person. */
export const forgetEdit = (messageId: string): void =>
  update.thread(({ edits }) => {
    const { [messageId]: _ended, ...others } = edits;
    return { edits: others };
  });
