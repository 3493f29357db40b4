/** How near a deadline is: the groups of a pending view, in the order of the list. */
export const GROUPS = ['overdue', 'hour', 'today', 'later', 'none'] as const;
export type Group = (typeof GROUPS)[number];

/** One line of the list. `position` counts rows alone, from 0; `rows` those that are still owed. */
export type ListItem =
  | {
      readonly type: 'group';
      readonly group: Group;
      readonly rows: number;
      readonly whole: boolean;
    }
  | { readonly type: 'row'; readonly id: string; readonly position: number };

const HOUR_MS = 3_600_000;

/** Returns the group of a deadline at `nowMs`; the due instant itself is in time. */
export function groupOf(dueAtMs: number | null, nowMs: number, endOfDayMs: number): Group {
  if (dueAtMs === null) return 'none';
  if (dueAtMs < nowMs) return 'overdue';
  if (dueAtMs <= nowMs + HOUR_MS) return 'hour';
  return dueAtMs <= endOfDayMs ? 'today' : 'later';
}

/**
 * Returns the next instant at which a row changes its group, or null. A row goes from later over
 * today (at midnight) and within an hour to overdue.
 */
export function nextBorderMs(
  dueAtMs: readonly (number | null)[],
  nowMs: number,
  endOfDayMs: number,
): number | null {
  const borders = dueAtMs.flatMap((at) => (at === null ? [] : [at + 1, at - HOUR_MS]));
  return [...borders, endOfDayMs + 1].reduce<number | null>(
    (next, at) => (at > nowMs && (next === null || at < next) ? at : next),
    null,
  );
}

/** One row as far as its group goes. */
export interface DueRow {
  readonly id: string;
  /** An answer is owed; only then does the deadline count. */
  readonly pending: boolean;
  readonly dueAtMs: number | null;
}

interface Run {
  readonly group: Group;
  readonly members: DueRow[];
}

/**
 * Cuts the rows into groups without moving any: a row that was answered, or whose deadline moved,
 * never opens an earlier group again and stays with its neighbours.
 */
function runsOf(rows: readonly DueRow[], nowMs: number, endOfDayMs: number): readonly Run[] {
  const own = ({ pending, dueAtMs }: DueRow): Group | null =>
    pending ? groupOf(dueAtMs, nowMs, endOfDayMs) : null;
  const first = rows.map(own).find((group) => group !== null) ?? 'none';
  const runs: Run[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    const group = own(row) ?? last?.group ?? first;
    const stays = last !== undefined && GROUPS.indexOf(group) <= GROUPS.indexOf(last.group);
    if (stays) last.members.push(row);
    else runs.push({ group, members: [row] });
  }
  return runs;
}

/** Puts the group headings between the rows of a pending view. `complete`: all rows are loaded. */
export function groupedItems(
  rows: readonly DueRow[],
  time: { readonly nowMs: number; readonly endOfDayMs: number },
  complete: boolean,
): readonly ListItem[] {
  const runs = runsOf(rows, time.nowMs, time.endOfDayMs);
  let position = 0;
  return runs.flatMap(({ group, members }, index): ListItem[] => [
    {
      type: 'group',
      group,
      rows: members.filter(({ pending }) => pending).length,
      whole: complete || index < runs.length - 1,
    },
    ...members.map(({ id }): ListItem => ({ type: 'row', id, position: position++ })),
  ]);
}

/** The rows of a view without groups. */
export const plainItems = (ids: readonly string[]): readonly ListItem[] =>
  ids.map((id, position) => ({ type: 'row', id, position }));
