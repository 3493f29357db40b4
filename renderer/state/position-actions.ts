import type { InboxFilter } from '../../shared/contract/schemas.ts';
import { clock } from '../lib/clock/clock.ts';
import { openView } from './inbox-load.ts';
import { periodBounds } from './period.ts';
import { firstKey, type DrillOutcome, type PositionState } from './position.ts';
import { withRows } from './records.ts';
import { select } from './selection.ts';
import { selectFirstReadRuns } from './selectors.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';
import { throttle } from './throttle.ts';

/** Months of the trail behind each point. */
const TRAIL_MONTHS = 6;
/** Conversations shown beside the map; the rest opens in the inbox. */
const DRILL_ROWS = 50;

/** Reads the figures of the question that is asked; the ones on the screen stay until then. */
export async function refreshPosition(): Promise<void> {
  const { preset, period } = appState().position;
  const key = firstKey({ preset, period });
  const answer = await ask((service) =>
    service.position.get({
      ...periodBounds(period, clock.now()),
      preset,
      by: 'team',
      trailMonths: TRAIL_MONTHS,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
  );
  if (firstKey(appState().position) !== key) return;
  if (!answer.ok) return update.position(() => ({ error: answer.error }));
  const begins = !selectFirstReadRuns(appState()) && appState().position.first[key] === undefined;
  update.position(({ first }) => ({
    answer: answer.value,
    error: null,
    first: begins ? { ...first, [key]: answer.value } : first,
  }));
  const { drill } = appState().position;
  if (drill !== null) await openFigure(drill.teamId, drill.outcome);
}

/** Figures follow the changes at this pace, and only once somebody has asked for them. */
export const positionAgain = throttle(async () => {
  if (appState().position.answer !== null) await refreshPosition();
}, 1_000);

/** A first read has come to its end: what it brought is where this sitting begins. */
export const forgetFirstFigures = (): void => update.position(() => ({ first: {} }));

/** Asks another question: definition, period. */
export function askPosition(
  change: Partial<Pick<PositionState, 'preset' | 'period' | 'clock' | 'asTable'>>,
): void {
  const before = firstKey(appState().position);
  update.position(() => change);
  if (firstKey(appState().position) === before) return;
  update.position(() => ({ drill: null }));
  void refreshPosition();
}

/** The inbox filter that holds exactly the conversations of one part of a team's figure. */
export function figureFilter(teamId: string, outcome: DrillOutcome): Pick<InboxFilter, 'figure'> {
  const { preset, period } = appState().position;
  return { figure: { ...periodBounds(period, clock.now()), preset, outcome, teamId } };
}

/** Shows the conversations behind one part of a team's figure beside the map. */
export async function openFigure(teamId: string, outcome: DrillOutcome): Promise<void> {
  update.position(({ drill }) => ({
    drill: {
      teamId,
      outcome,
      rows: drill?.teamId === teamId && drill.outcome === outcome ? drill.rows : [],
      total: 0,
    },
  }));
  const answer = await ask((service) =>
    service.inbox.page({
      view: 'all',
      filter: figureFilter(teamId, outcome),
      cursor: null,
      limit: DRILL_ROWS,
    }),
  );
  const { drill } = appState().position;
  if (!answer.ok || drill?.teamId !== teamId || drill.outcome !== outcome) return;
  const { rows, total } = answer.value;
  update.records((records) => withRows(records, rows));
  update.position(() => ({ drill: { teamId, outcome, rows, total } }));
}

/** Closes the pane beside the map. */
export const closeFigure = (): void => update.position(() => ({ drill: null }));

/** Opens the conversations of the pane in the inbox, at one of them when it is named. */
export function openFigureInInbox(conversationId: string | null): void {
  const { drill } = appState().position;
  if (drill === null) return;
  openView('all', figureFilter(drill.teamId, drill.outcome));
  if (conversationId !== null) select(conversationId);
}
