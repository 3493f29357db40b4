import type { Indexed } from './compiled.ts';

/** Returns ascending numbers made ready to be searched. */
export function indexed(values: Float64Array): Indexed {
  const firstValue = values[0] ?? 0;
  const length = (values.at(-1) ?? 0) - firstValue;
  const slotsPerUnit = length > 0 ? values.length / length : 0;
  const slots = new Int32Array(values.length + 2);
  let index = 0;
  for (let slot = 0; slot < slots.length; slot += 1) {
    // The very computation of the search below, so that rounding falls the same way in both.
    while (index < values.length && slotOf(at(values, index), firstValue, slotsPerUnit) < slot)
      index += 1;
    slots[slot] = index - 1;
  }
  return { values, slots, firstValue, slotsPerUnit };
}

const slotOf = (value: number, firstValue: number, slotsPerUnit: number): number =>
  Math.floor((value - firstValue) * slotsPerUnit);

/** Returns the index of the last value <= `limit`, or -1. Constant time where values lie evenly, O(log n) at worst. */
export function lastAtOrBefore(
  { values, slots, firstValue, slotsPerUnit }: Indexed,
  limit: number,
): number {
  if (!(limit >= firstValue)) return -1;
  const slot = Math.min(slotOf(limit, firstValue, slotsPerUnit), values.length);
  let low = slots[slot] ?? -1;
  let high = slots[slot + 1] ?? values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(values, middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Returns the index of the last value < `limit`, or 0. */
export function lastBelow(sorted: Indexed, limit: number): number {
  const index = lastAtOrBefore(sorted, limit);
  return index > 0 && at(sorted.values, index) === limit ? index - 1 : Math.max(index, 0);
}

/** Returns a value whose index is known to hold. */
export const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;
