import type { ChangeRecord } from '../../shared/contract/contract.ts';
import type { ConversationSummary } from '../../shared/contract/schemas.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { clock } from '../lib/clock/clock.ts';
import {
  agentName,
  refreshAccounts,
  refreshCounts,
  refreshList,
  refreshTotals,
} from './inbox-load.ts';
import { belongs, sortKey } from './membership.ts';
import { forgetFirstFigures, positionAgain } from './position-actions.ts';
import { isListHeld, pruneSoon } from './prune.ts';
import { withoutDetails, withRows } from './records.ts';
import { loadConversation } from './selection.ts';
import { selectFirstReadRuns } from './selectors.ts';
import { ask } from './service.ts';
import { refreshHello } from './hello.ts';
import { settingsChanged } from './settings-actions.ts';
import { appState, update } from './store.ts';
import { throttle } from './throttle.ts';

/** Most ids that the contract takes at once. */
const MOST_IDS = 500;

const countAgain = throttle(refreshNumbers, 400);
const readAccountsAgain = throttle(refreshAccounts, 400);
/** While a first read pours in, the list is read anew at this pace and no faster. */
const readEverythingAgain = throttle(refreshEverything, 1_500);

const listAgain = throttle(refreshList, 1_500);

/** While a first read pours in and nobody works in the list yet, rows come by themselves. */
const isFirstRead = (): boolean => {
  const state = appState();
  return selectFirstReadRuns(state) && state.inbox.selectedId === null && !isListHeld();
};

/** Takes one change record: rows are asked by id, lists stay as they are. */
export function applyChange(record: ChangeRecord): void {
  switch (record.type) {
    case 'conversations':
      void conversationsChanged(record.ids);
      countAgain();
      positionAgain();
      return;
    case 'accounts':
      readAccountsAgain();
      return;
    case 'settings':
      void refreshHello();
      void settingsChanged();
      void conversationsChanged(appState().inbox.ids);
      return;
    case 'everything':
      forgetFirstFigures();
      readEverythingAgain();
      positionAgain();
      return;
    default:
      assertNever(record);
  }
}

async function conversationsChanged(changed: readonly string[]): Promise<void> {
  const { selectedId } = appState().inbox;
  const ids = new Set(changed);
  update.records((records) => withoutDetails(records, ids, selectedId));
  if (selectedId !== null && ids.has(selectedId)) void loadConversation(selectedId);
  const answer = await ask((service) => service.inbox.rows({ ids: changed.slice(0, MOST_IDS) }));
  if (!answer.ok) return;
  update.records((records) => withRows(records, answer.value));
  noteArrivals(answer.value);
  pruneSoon();
}

/** Rows that would stand among the loaded ones now wait behind "3 new"; an empty list takes them. */
function noteArrivals(rows: readonly ConversationSummary[]): void {
  const { inbox, records } = appState();
  const context = { agent: agentName(), nowMs: clock.now() };
  const listed = new Set([...inbox.ids, ...inbox.arrivals]);
  const last = records.conversations[inbox.ids.at(-1) ?? ''];
  const border =
    inbox.nextCursor === null || last === undefined ? Infinity : sortKey(last, inbox.view);
  const fresh = rows.filter(
    (row) =>
      !listed.has(row.id) &&
      belongs(row, inbox, context) === true &&
      sortKey(row, inbox.view) <= border,
  );
  if (fresh.length === 0) return;
  if (inbox.ids.length === 0 || isFirstRead()) return listAgain();
  update.inbox(({ arrivals }) => ({ arrivals: [...arrivals, ...fresh.map((row) => row.id)] }));
}

async function refreshEverything(): Promise<void> {
  const { selectedId } = appState().inbox;
  update.records((records) => withoutDetails(records, 'all', selectedId));
  await Promise.all([refreshHello(), refreshList(), refreshCounts(), refreshAccounts()]);
  if (selectedId !== null) await loadConversation(selectedId);
}

async function refreshNumbers(): Promise<void> {
  await Promise.all([refreshCounts(), refreshTotals()]);
}
