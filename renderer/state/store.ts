import { create } from 'zustand';
import { initialCounts, type CountsState } from './counts.ts';
import { initialDrafts, type DraftsState } from './drafts.ts';
import { initialInbox, type InboxState } from './inbox.ts';
import { initialLayout, type LayoutState } from './layout.ts';
import { initialRecords, type RecordsState } from './records.ts';
import { initialSession, type SessionState } from './session.ts';
import { initialUndo, type UndoState } from './undo.ts';

/** Everything the page knows. Records by id apart from what is looked at and how. */
export interface AppState {
  readonly session: SessionState;
  readonly records: RecordsState;
  readonly counts: CountsState;
  readonly inbox: InboxState;
  readonly drafts: DraftsState;
  readonly undo: UndoState;
  readonly layout: LayoutState;
}

const store = create<AppState>()(() => ({
  session: initialSession,
  records: initialRecords,
  counts: initialCounts,
  inbox: initialInbox,
  drafts: initialDrafts,
  undo: initialUndo,
  layout: initialLayout,
}));

/** Returns the part of the state that `select` picks, and renders again when that part changes. */
export const useApp = <T>(select: (state: AppState) => T): T => store(select);

/** Returns the state of this moment, for actions and commands. */
export const appState = (): AppState => store.getState();

/** Calls `listener` at each change; returns the way to stop. */
export const onState = (listener: (state: AppState, before: AppState) => void): (() => void) =>
  store.subscribe(listener);

/** Changes one slice: `change` gets it and returns what is new in it. */
export function update<K extends keyof AppState>(
  slice: K,
  change: (state: AppState[K]) => Partial<AppState[K]>,
): void {
  store.setState((state) => {
    const next: AppState = { ...state, [slice]: { ...state[slice], ...change(state[slice]) } };
    return next;
  });
}
