/** Randomness that is the same for the same seed (mulberry32, public domain algorithm). */
export interface SeededRandom {
  /** At least 0, below 1. */
  next(): number;
  /** Whole, at least 0, below `bound`. */
  below(bound: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(values: readonly [T, ...T[]]): T;
  /** A UUIDv7 whose time is `atMs`. */
  uuid(atMs: number): string;
}

const hex = (value: number, digits: number): string =>
  value.toString(16).padStart(digits, '0').slice(-digits);

/** Returns a source that repeats itself for the same `seed`. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  let counter = 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (values) => values[below(values.length)] ?? values[0],
    uuid: (atMs) => {
      counter += 1;
      const time = hex(Math.max(0, atMs), 12);
      const order = hex(counter, 8);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${order.slice(0, 3)}-8${order.slice(3, 6)}-${order.slice(6)}${hex(below(2 ** 32), 8)}00`;
    },
  };
}
