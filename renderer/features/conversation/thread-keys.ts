/** How much of the pane one press scrolls through a message that is taller than it. */
const SCROLL_SHARE = 0.6;

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('textarea, input');

const spotsOf = (pane: HTMLElement): readonly HTMLElement[] => [
  ...pane.querySelectorAll<HTMLElement>('[data-message]'),
];

/** Beyond the pane's edge there is more of this message: one reads on before one moves on. */
function readsOn(pane: HTMLElement, spot: HTMLElement, step: 1 | -1): boolean {
  const box = spot.getBoundingClientRect();
  const { top, bottom, height } = pane.getBoundingClientRect();
  if (step === 1 ? box.bottom <= bottom : box.top >= top) return false;
  pane.scrollBy({ top: step * height * SCROLL_SHARE });
  return true;
}

const isInView = (pane: HTMLElement, spot: HTMLElement): boolean => {
  const { top, bottom } = pane.getBoundingClientRect();
  const box = spot.getBoundingClientRect();
  return box.bottom > top && box.top < bottom;
};

/** Arrows go from message to message: `step` 1 to the next, -1 to the one before. */
function move(pane: HTMLElement, step: 1 | -1): void {
  const spots = spotsOf(pane);
  const current = spots.findIndex((spot) => spot.contains(document.activeElement));
  const now = spots[current];
  if (now !== undefined && readsOn(pane, now, step)) return;
  const inView = spots.filter((spot) => isInView(pane, spot));
  const next = now === undefined ? inView.at(step === 1 ? 0 : -1) : spots[current + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

/** Whether the focus has gone to another part of the window, and not to what lies over all of it. */
function isLeft(pane: HTMLElement, to: EventTarget | null): boolean {
  // The whole window has lost the focus: it comes back to where it was.
  if (to === null) return document.hasFocus();
  return to instanceof Element && to.closest('[data-pane]') !== null && !pane.contains(to);
}

/**
 * Listens within a thread: arrows go from message to message, and `onLeave` runs when the focus has
 * gone elsewhere. Returns the way to stop.
 */
export function listenInThread(pane: HTMLElement, onLeave: () => void): () => void {
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isWriting(event.target)) return;
    event.preventDefault();
    move(pane, step);
  };
  const left = ({ relatedTarget }: FocusEvent): void => {
    if (isLeft(pane, relatedTarget)) onLeave();
  };
  pane.addEventListener('keydown', press);
  pane.addEventListener('focusout', left);
  return () => {
    pane.removeEventListener('keydown', press);
    pane.removeEventListener('focusout', left);
  };
}
