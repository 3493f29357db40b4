import { create } from 'zustand';
import { initialConnect, type ConnectState } from './connect.ts';
import { initialCounts, type CountsState } from './counts.ts';
import { initialDrafts, type DraftsState } from './drafts.ts';
import { initialInbox, type InboxState } from './inbox.ts';
import { initialLayout, type LayoutState } from './layout.ts';
import { initialMailConnect, type MailConnectState } from './mail-connect.ts';
import { initialMailboxes, type MailboxesState } from './mailboxes.ts';
import { initialPosition, type PositionState } from './position.ts';
import { initialRecords, type RecordsState } from './records.ts';
import { initialSession, type SessionState } from './session.ts';
import { initialSettings, type SettingsState } from './settings.ts';
import { initialThread, type ThreadState } from './thread.ts';
import { initialUndo, type UndoState } from './undo.ts';

/** Everything the page knows. Records by id apart from what is looked at and how. */
export interface AppState {
  readonly session: SessionState;
  readonly records: RecordsState;
  readonly counts: CountsState;
  readonly inbox: InboxState;
  readonly drafts: DraftsState;
  readonly thread: ThreadState;
  readonly undo: UndoState;
  readonly layout: LayoutState;
  readonly position: PositionState;
  readonly settings: SettingsState;
  readonly connect: ConnectState;
  readonly mailConnect: MailConnectState;
  readonly mailboxes: MailboxesState;
}

const store = create<AppState>()(() => ({
  session: initialSession,
  records: initialRecords,
  counts: initialCounts,
  inbox: initialInbox,
  drafts: initialDrafts,
  thread: initialThread,
  undo: initialUndo,
  layout: initialLayout,
  position: initialPosition,
  settings: initialSettings,
  connect: initialConnect,
  mailConnect: initialMailConnect,
  mailboxes: initialMailboxes,
}));

/** Returns the part of the state that `select` picks, and renders again when that part changes. */
export const useApp = <T>(select: (state: AppState) => T): T => store(select);

/** Returns the state of this moment, for actions and commands. */
export const appState = (): AppState => store.getState();

/** Calls `listener` at each change; returns the way to stop. */
export const onState = (listener: (state: AppState, before: AppState) => void): (() => void) =>
  store.subscribe(listener);

/** Changes one slice: gets what it is and returns what is new in it. */
type Updater<K extends keyof AppState> = (
  change: (slice: AppState[K]) => Partial<AppState[K]>,
) => void;

const updater =
  <K extends keyof AppState>(name: K): Updater<K> =>
  (change) =>
    store.setState((state) => {
      const next: AppState = { ...state, [name]: { ...state[name], ...change(state[name]) } };
      return next;
    });

/** One updater per slice: `update.inbox(({ ids }) => ({ ids: ids.slice(1) }))`. */
export const update: { readonly [K in keyof AppState]: Updater<K> } = {
  session: updater('session'),
  records: updater('records'),
  counts: updater('counts'),
  inbox: updater('inbox'),
  drafts: updater('drafts'),
  thread: updater('thread'),
  undo: updater('undo'),
  layout: updater('layout'),
  position: updater('position'),
  settings: updater('settings'),
  connect: updater('connect'),
  mailConnect: updater('mailConnect'),
  mailboxes: updater('mailboxes'),
};
