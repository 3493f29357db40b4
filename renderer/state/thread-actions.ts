import { showOverlay } from './layout-actions.ts';
import { appState, update } from './store.ts';
import type { Confirmation, MessageMenuState } from './thread.ts';

/** The message that the commands mean now; null: the one that waits for an answer. */
export function pointAt(messageId: string | null): void {
  if (appState().thread.messageId !== messageId) update.thread(() => ({ messageId }));
}

/** Opens the menu of a message, where the pointer asked for it or beside the message. */
export const openMenu = (messageId: string, at: MessageMenuState['at'] = null): void =>
  update.thread(() => ({ messageId, menu: { messageId, at } }));

/** Closes the menu. */
export const closeMenu = (): void => update.thread(() => ({ menu: null }));

/** Asks once more before something that cannot be taken back. */
export function askFirst(confirming: Confirmation): void {
  update.thread(() => ({ confirming }));
  showOverlay('confirmAct');
}

/** The person thought better of it, or it is on its way. */
export function answeredFirst(): void {
  showOverlay(null);
  update.thread(() => ({ confirming: null }));
}
