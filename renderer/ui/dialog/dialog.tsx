import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { IconButton } from '../button/button.tsx';
import { cx } from '../cx.ts';
import styles from './dialog.module.css';

/**
 * Something that lies over the page. The browser's own modal dialog makes the rest inert, keeps the
 * focus inside and closes with Escape; a press beside it closes it too, and the focus goes back.
 */
export function Dialog(props: {
  readonly label: string;
  /** Says how to close; null leaves the heading with its button out. */
  readonly closeLabel: string | null;
  readonly size?: 'small' | 'wide' | 'palette';
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { label, closeLabel, size = 'small', onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const node = dialog.current;
    const before = document.activeElement;
    node?.showModal();
    return () => {
      node?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={cx(styles['dialog'], styles[size])}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        // Outside the body the press meets the dialog itself: its backdrop.
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles['body']}>
        {closeLabel === null ? null : (
          <header className={styles['header']}>
            <h2 className={styles['title']}>{label}</h2>
            <IconButton icon="close" label={closeLabel} keys={['Esc']} onClick={onClose} />
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
