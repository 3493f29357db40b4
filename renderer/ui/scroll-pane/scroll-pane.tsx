import { useEffect, useRef, type ReactElement, type ReactNode, type Ref } from 'react';

/**
 * A part that scrolls by keys: a tab stop of its own, since text alone has none. `onLeave` runs when
 * Escape is pressed in it; the focus function is handed out through `onReady`. In a dialog it needs
 * neither.
 */
export function ScrollPane(props: {
  readonly label: string;
  readonly className: string | undefined;
  /** Gets the way to focus the part; returns the way to take that back. */
  readonly onReady?: (focus: () => void) => () => void;
  readonly onLeave?: () => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}): ReactElement {
  const { label, className, onReady, onLeave, children, ref } = props;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => onReady?.(() => body.current?.focus()), [onReady]);
  useEffect(() => {
    const node = body.current;
    if (node === null) return undefined;
    node.tabIndex = 0;
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onLeave?.();
    };
    node.addEventListener('keydown', press);
    return () => node.removeEventListener('keydown', press);
  }, [onLeave]);
  return (
    <div
      ref={(node) => {
        body.current = node;
        if (typeof ref === 'function') ref(node);
        else if (ref !== null && ref !== undefined) ref.current = node;
      }}
      className={className}
      role="group"
      aria-label={label}
    >
      {children}
    </div>
  );
}
