import { useEffect, useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react';
import { cx } from '../cx.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import { Keycap } from '../keycap.tsx';
import styles from './menu.module.css';
import { placeOf, type MenuPlace } from './menu-place.ts';

/** One line of a menu. */
export interface MenuEntry {
  readonly key: string;
  readonly icon: IconName;
  readonly label: string;
  readonly keys: readonly string[];
  /** Why it cannot be chosen; it stays in its place, dashed. Null where it can. */
  readonly reason: string | null;
  readonly danger?: boolean;
  /** A line above it sets it apart from what stands before. */
  readonly apart?: boolean;
}

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => (index === last ? 0 : index + 1),
  ArrowUp: (index, last) => (index <= 0 ? last : index - 1),
  Home: () => 0,
  End: (_index, last) => last,
};

function Line(props: {
  readonly entry: MenuEntry;
  readonly onChoose: (key: string) => void;
}): ReactElement {
  const { entry, onChoose } = props;
  const { key, icon, label, keys, reason, danger = false, apart = false } = entry;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={reason !== null}
      className={cx(
        styles['entry'],
        danger && styles['danger'],
        apart && styles['apart'],
        reason !== null && styles['blocked'],
      )}
      onPointerEnter={(event) => event.currentTarget.focus()}
      onClick={() => {
        if (reason === null) onChoose(key);
      }}
    >
      <Icon name={icon} />
      <span className={styles['words']}>
        <span>{label}</span>
        {reason === null ? null : <span className={styles['reason']}>{reason}</span>}
      </span>
      {keys.length === 0 ? null : <Keycap keys={keys} look="quiet" />}
    </button>
  );
}

/** What scrolls this soon after the opening only brought the menu's place into view. */
const SETTLES_MS = 150;

/** Shows the menu above everything, where it fits, with its first line focused. */
function useShown(menu: RefObject<HTMLDivElement | null>, place: MenuPlace): void {
  useLayoutEffect(() => {
    const node = menu.current;
    if (node === null) return;
    node.showPopover();
    const { left, top } = placeOf(place, node.getBoundingClientRect());
    node.style.setProperty('left', `${left}px`);
    node.style.setProperty('top', `${top}px`);
    node.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true });
  }, [menu, place]);
}

/** A press elsewhere closes the menu; so does what takes its place away below it. */
function useClosing(menu: RefObject<HTMLDivElement | null>, onClose: () => void): void {
  useEffect(() => {
    const openedAtMs = performance.now();
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target)) return;
      onClose();
    };
    const scrolled = (event: Event): void => {
      if (event.target !== menu.current && event.timeStamp > openedAtMs + SETTLES_MS) onClose();
    };
    window.addEventListener('pointerdown', outside, true);
    window.addEventListener('resize', onClose);
    window.addEventListener('scroll', scrolled, true);
    return () => {
      window.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('resize', onClose);
      window.removeEventListener('scroll', scrolled, true);
    };
  }, [menu, onClose]);
}

/** The menu's own keys; nothing below it takes any. */
function useKeys(menu: RefObject<HTMLDivElement | null>, onClose: () => void): void {
  useEffect(() => {
    const node = menu.current;
    const press = (event: KeyboardEvent): void => {
      event.stopPropagation();
      const lines = [...(node?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
      const index = lines.findIndex((line) => line === document.activeElement);
      const step = STEPS[event.key];
      if (step !== undefined) lines[step(index, lines.length - 1)]?.focus();
      else if (event.key === 'Escape' || event.key === 'Tab') onClose();
      else return;
      event.preventDefault();
    };
    node?.addEventListener('keydown', press);
    return () => node?.removeEventListener('keydown', press);
  }, [menu, onClose]);
}

/**
 * A menu over the page. Arrows move through it, Enter and Space choose, Escape and Tab close; where
 * the focus goes then is for `onClose` to say. What cannot be chosen can be read all the same.
 */
export function Menu(props: {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly place: MenuPlace;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { label, entries, place, onChoose, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  useShown(menu, place);
  useClosing(menu, onClose);
  useKeys(menu, onClose);
  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles['menu']}
    >
      {entries.map((entry) => (
        <Line key={entry.key} entry={entry} onChoose={onChoose} />
      ))}
    </div>
  );
}
