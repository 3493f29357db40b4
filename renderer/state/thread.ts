/** A message that is being written anew. */
export interface MessageEdit {
  readonly text: string;
  /** The field is open; closed, its text waits beside the message. */
  readonly open: boolean;
  readonly saving: boolean;
  /** Why it could not be handed over; an error code. */
  readonly error: string | null;
}

/** An action that is asked for once more before it happens. */
export interface Confirmation {
  readonly conversationId: string;
  readonly messageId: string;
  readonly action: 'delete' | 'block';
}

/** The menu of a message; `at`: where it was asked for by the pointer, in pixels of the window. */
export interface MessageMenuState {
  readonly messageId: string;
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** What is done within the open thread. */
export interface ThreadState {
  /** The message that has the focus, or had it before something lay over the page. */
  readonly messageId: string | null;
  readonly menu: MessageMenuState | null;
  /** By message id. Nothing typed is lost when one goes elsewhere. */
  readonly edits: Readonly<Record<string, MessageEdit>>;
  readonly confirming: Confirmation | null;
}

/** Nothing is being done. */
export const initialThread: ThreadState = {
  messageId: null,
  menu: null,
  edits: {},
  confirming: null,
};
