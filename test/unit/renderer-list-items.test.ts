import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  GROUPS,
  groupedItems,
  groupOf,
  nextBorderMs,
  type DueRow,
  type ListItem,
} from '../../renderer/features/inbox/list-items.ts';

const NOW = Date.parse('2026-11-23T11:00:00Z');
const HOUR = 3_600_000;
const END_OF_DAY = NOW + 12 * HOUR;
const time = { nowMs: NOW, endOfDayMs: END_OF_DAY };

const row = (id: string, dueInMs: number | null, pending = true): DueRow => ({
  id,
  pending,
  dueAtMs: dueInMs === null ? null : NOW + dueInMs,
});
const shape = (items: readonly ListItem[]): readonly string[] =>
  items.map((item) => (item.type === 'group' ? `${item.group} ${item.rows}` : item.id));

test.each([
  ['before now', -1, 'overdue'],
  ['this instant, still in time', 0, 'hour'],
  ['in an hour', HOUR, 'hour'],
  ['in an hour and a moment', HOUR + 1, 'today'],
  ['with the day', 12 * HOUR, 'today'],
  ['after midnight', 12 * HOUR + 1, 'later'],
  ['never', null, 'none'],
] as const)('a deadline %s stands in its group', (_name, dueInMs, group) => {
  expect(groupOf(dueInMs === null ? null : NOW + dueInMs, NOW, END_OF_DAY)).toBe(group);
});

describe('the list by deadline', () => {
  test('headings stand before their rows, with their number', () => {
    const rows = [row('a', -HOUR), row('b', -1), row('c', HOUR), row('d', 30 * HOUR)];
    const items = groupedItems(rows, time, true);
    expect(shape(items)).toEqual(['overdue 2', 'a', 'b', 'hour 1', 'c', 'later 1', 'd']);
  });

  test('a row that was answered stays with its neighbours and is no longer counted', () => {
    const rows = [row('a', -HOUR), row('b', null, false), row('c', HOUR)];
    expect(shape(groupedItems(rows, time, true))).toEqual(['overdue 1', 'a', 'b', 'hour 1', 'c']);
  });

  test('answered rows at the top join the group that follows', () => {
    const rows = [row('a', null, false), row('b', -1)];
    expect(shape(groupedItems(rows, time, true))).toEqual(['overdue 1', 'a', 'b']);
  });

  test('the last group of a list that goes on has no number yet', () => {
    const rows = [row('a', -HOUR), row('b', HOUR)];
    const whole = groupedItems(rows, time, false).flatMap((item) =>
      item.type === 'group' ? [item.whole] : [],
    );
    expect(whole).toEqual([true, false]);
  });

  test('whatever the rows are, none moves, none is lost, and no group opens twice', () => {
    const anyRow = fc.record({
      pending: fc.boolean(),
      dueInMs: fc.option(fc.integer({ min: -50 * HOUR, max: 50 * HOUR })),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const given = rows.map(({ pending, dueInMs }, index) => row(`${index}`, dueInMs, pending));
        const items = groupedItems(given, time, true);
        const ids = items.flatMap((item) => (item.type === 'row' ? [item.id] : []));
        const groups = items.flatMap((item) => (item.type === 'group' ? [item.group] : []));
        const order = groups.map((group) => GROUPS.indexOf(group));
        expect(ids).toEqual(given.map(({ id }) => id));
        expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
      }),
    );
  });
});

test('the next border is the first instant at which some row changes its group', () => {
  const due = [NOW + 90 * 60_000, NOW + 5 * HOUR, null, NOW - HOUR];
  expect(nextBorderMs(due, NOW, END_OF_DAY)).toBe(NOW + 30 * 60_000);
  expect(nextBorderMs([], NOW, END_OF_DAY)).toBe(END_OF_DAY + 1);
});
