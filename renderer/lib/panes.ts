/** The parts of the window that F6 walks through, in reading order. */
export const PANES = ['rail', 'list', 'conversation', 'composer', 'details'] as const;
export type Pane = (typeof PANES)[number];

const focusers = new Map<Pane, () => void>();

/** Says how a pane takes the focus while it is there. Returns the way to take that back. */
export function registerPane(pane: Pane, focus: () => void): () => void {
  focusers.set(pane, focus);
  return () => {
    if (focusers.get(pane) === focus) focusers.delete(pane);
  };
}

/** Moves the focus to a pane. False when it is not on the screen. */
export function focusPane(pane: Pane): boolean {
  const focus = focusers.get(pane);
  focus?.();
  return focus !== undefined;
}

/** Moves the focus to the pane after (or before) the one that holds it. */
export function focusNextPane(step: 1 | -1): void {
  const current = document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane');
  const start = PANES.findIndex((pane) => pane === current);
  for (let move = 1; move <= PANES.length; move += 1) {
    const index = (Math.max(start, 0) + step * move + PANES.length * move) % PANES.length;
    const pane = PANES[index];
    if (pane !== undefined && focusPane(pane)) return;
  }
}
