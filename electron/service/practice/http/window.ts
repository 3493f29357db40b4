/** One element of a list and where it stands: lists are sorted by `key`, then by `seq`. */
export interface Entry<T> {
  readonly item: T;
  readonly key: number;
  readonly seq: number;
}

/** Which part of a list is wanted. */
export interface WindowRequest {
  readonly limit: number;
  readonly after: string | null;
  readonly before: string | null;
}

export interface Window<T> {
  readonly items: readonly T[];
  /** Cursors of the first and last element; null when the window is empty. */
  readonly before: string | null;
  readonly after: string | null;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

type Place = Pick<Entry<unknown>, 'key' | 'seq'>;

const compare = (a: Place, b: Place): number => a.key - b.key || a.seq - b.seq;

/** Returns a list in the order of its keys, ready for {@link windowOf}. */
export const entriesOf = <T extends { readonly seq: number }>(
  items: readonly T[],
  keyOf: (item: T) => number,
): readonly Entry<T>[] =>
  items.map((item) => ({ item, key: keyOf(item), seq: item.seq })).sort(compare);

/** A cursor names a place, not a count: what arrives elsewhere does not shift it. */
const cursorOf = (entry: Place): string =>
  Buffer.from(`${String(entry.key)}:${String(entry.seq)}`).toString('base64');

/** Returns the place a cursor names, or null when it is none of ours. */
function placeOf(cursor: string): Place | null {
  const match = /^(-?[\d.e+-]+):(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('latin1'));
  return match === null ? null : { key: Number(match[1]), seq: Number(match[2]) };
}

/** Returns the wanted part of a sorted list, or null when a cursor cannot be read. */
export function windowOf<T>(
  sorted: readonly Entry<T>[],
  { limit, after, before }: WindowRequest,
): Window<T> | null {
  const low = after === null ? null : placeOf(after);
  const high = before === null ? null : placeOf(before);
  if ((after !== null && low === null) || (before !== null && high === null)) return null;
  const start = low === null ? 0 : firstIndex(sorted, (entry) => compare(entry, low) > 0);
  const end =
    high === null ? sorted.length : firstIndex(sorted, (entry) => compare(entry, high) >= 0);
  const from = high === null ? start : Math.max(start, end - limit);
  const rows = sorted.slice(from, Math.min(from + limit, end));
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    items: rows.map((row) => row.item),
    before: first === undefined ? null : cursorOf(first),
    after: last === undefined ? null : cursorOf(last),
    hasNext: rows.length > 0 && from + rows.length < sorted.length,
    hasPrevious: rows.length > 0 && from > 0,
  };
}

/** Where `holds` begins to be true; it stays so to the end of the list. */
function firstIndex<T>(sorted: readonly T[], holds: (value: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
