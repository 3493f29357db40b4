import {
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { MessageView, OutboxView } from '../../../shared/contract/schemas.ts';
import { appState, useApp } from '../../state/store.ts';
import { openMenu, pointAt } from '../../state/thread-actions.ts';
import { cx } from '../../ui/cx.ts';
import { MessageMenu } from './message-menu.tsx';
import { MessageToolbar } from './message-toolbar.tsx';
import styles from './message-spot.module.css';

/** The keys that open the menu of the message with the focus. */
function asksForMenu({ key, shiftKey }: KeyboardEvent): boolean {
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return true;
  return key === '.' && appState().layout.singleKeys;
}

/** Listens to pointer, focus and keys of a message; tells whether it is `near`. Returns the way to stop. */
function listenAt(
  spot: HTMLElement,
  messageId: string,
  setNear: (near: { readonly hovered?: boolean; readonly focused?: boolean }) => void,
): () => void {
  const stop = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void => spot.addEventListener(name, listener, { signal: stop.signal });
  on('pointerenter', () => setNear({ hovered: true }));
  on('pointerleave', () => setNear({ hovered: false }));
  on('focusin', () => {
    setNear({ focused: true });
    pointAt(messageId);
  });
  on('focusout', ({ relatedTarget }) => {
    const stays = relatedTarget instanceof Node && spot.contains(relatedTarget);
    if (!stays) setNear({ focused: false });
  });
  on('contextmenu', (event) => {
    event.preventDefault();
    openMenu(messageId, { x: event.clientX, y: event.clientY });
  });
  on('keydown', (event) => {
    if (event.target !== spot || !asksForMenu(event)) return;
    event.preventDefault();
    openMenu(messageId);
  });
  return () => stop.abort();
}

/** Whether the pointer or the focus is in a message. */
function useNear(spot: RefObject<HTMLElement | null>, messageId: string): boolean {
  const [near, setNear] = useState({ hovered: false, focused: false });
  useEffect(() => {
    const node = spot.current;
    if (node === null) return undefined;
    return listenAt(node, messageId, (change) => setNear((before) => ({ ...before, ...change })));
  }, [spot, messageId]);
  return near.hovered || near.focused;
}

/**
 * A message as something one can do things with: it takes the focus (arrows go from one to the
 * next), shows its small toolbar while the pointer or the focus is in it, and has a menu.
 */
export function MessageSpot(props: {
  readonly conversationId: string;
  readonly message: MessageView;
  readonly deeds: readonly OutboxView[];
  readonly label: string;
  /** A toolbar appears beside it; a tombstone has its own buttons. */
  readonly toolbar: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const { conversationId, message, deeds, label, toolbar, className, children } = props;
  const spot = useRef<HTMLElement>(null);
  const near = useNear(spot, message.id);
  const menu = useApp(({ thread }) => (thread.menu?.messageId === message.id ? thread.menu : null));
  return (
    <article
      ref={spot}
      tabIndex={-1}
      aria-label={label}
      data-message={message.id}
      className={cx(styles['spot'], className)}
    >
      {children}
      {toolbar && (near || menu !== null) ? (
        <MessageToolbar conversationId={conversationId} message={message} deeds={deeds} />
      ) : null}
      {menu === null ? null : (
        <MessageMenu
          conversationId={conversationId}
          message={message}
          deeds={deeds}
          at={menu.at}
          spot={spot}
        />
      )}
    </article>
  );
}
