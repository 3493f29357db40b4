import type { ConversationSummary } from '../../../shared/contract/schemas.ts';

/** How near a deadline is: the groups of a pending view, in the order of the list. */
export const GROUPS = ['overdue', 'hour', 'today', 'later', 'none'] as const;
export type Group = (typeof GROUPS)[number];

/** One line of the list. `position` counts rows alone, from 0. */
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

export interface ListInput {
  readonly ids: readonly string[];
  readonly rows: Readonly<Record<string, ConversationSummary>>;
  readonly nowMs: number;
  readonly endOfDayMs: number;
  /** All rows of the view are loaded. */
  readonly complete: boolean;
}

/**
 * Puts the group headings between the rows of a pending view. Rows stay where they are: one that was
 * answered, or whose deadline moved, never opens an earlier group again and stays with its neighbour.
 */
export function groupedItems(input: ListInput): readonly ListItem[] {
  const { ids, rows, nowMs, endOfDayMs, complete } = input;
  const groups: { group: Group; ids: string[] }[] = [];
  for (const id of ids) {
    const row = rows[id];
    const last = groups.at(-1);
    const own =
      row?.status === 'pending' ? groupOf(row.timer.dueAtMs, nowMs, endOfDayMs) : last?.group;
    const group = own ?? 'none';
    if (last !== undefined && GROUPS.indexOf(group) <= GROUPS.indexOf(last.group))
      last.ids.push(id);
    else groups.push({ group, ids: [id] });
  }
  let position = 0;
  return groups.flatMap(({ group, ids: members }, index): ListItem[] => [
    { type: 'group', group, rows: members.length, whole: complete || index < groups.length - 1 },
    ...members.map((id): ListItem => ({ type: 'row', id, position: position++ })),
  ]);
}

/** The rows of a view without groups. */
export const plainItems = (ids: readonly string[]): readonly ListItem[] =>
  ids.map((id, position) => ({ type: 'row', id, position }));
