import type { KeyboardEvent } from 'react';
import { focusPane } from '../../lib/panes.ts';
import { moveSelection, select } from '../../state/selection.ts';

/** Rows that Page Up and Page Down pass. */
const PAGE = 8;

const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
};

/** The keys of the listbox itself: moving, opening (Enter) and letting go (Escape). */
export function pressInList(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = MOVES[event.key];
  if (step !== undefined) moveSelection(step);
  else if (event.key === 'Enter') focusPane('conversation');
  else if (event.key === 'Escape') select(null);
  else return;
  event.preventDefault();
}
