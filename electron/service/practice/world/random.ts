/** Seeded randomness: the same seed gives the same world, on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with probability `share`. */
  chance(share: number): boolean;
  /** One element; the list must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** One element, the likelier the larger its weight. */
  weighted<T>(list: readonly T[], weightOf: (value: T) => number): T;
  /** A skewed positive number: half of the draws lie below `median`. */
  logNormal(median: number, spread: number): number;
  /** An independent stream named `label`: drawing from it leaves this one untouched. */
  fork(label: string): Random;
}

/** Returns four 32-bit words that depend on every character (FNV-1a with four offsets). */
function hashWords(text: string): [number, number, number, number] {
  const words: [number, number, number, number] = [0x811c9dc5, 0x1b873593, 0x9e3779b9, 0x85ebca6b];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    words[0] = Math.imul(words[0] ^ code, 0x01000193);
    words[1] = Math.imul(words[1] ^ (code + index), 0x01000193);
    words[2] = Math.imul(words[2] ^ (code << 3), 0x01000193);
    words[3] = Math.imul(words[3] ^ (code * 31), 0x01000193);
  }
  return words;
}

/** Returns a stable number in [0, 1) for `text`. */
export function hashShare(text: string): number {
  const [a, b] = hashWords(text);
  const mixed = Math.imul((a ^ (b >>> 13)) >>> 0, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
}

/** The small fast counter generator (sfc32), warmed up. */
function smallFastCounter(seed: string): () => number {
  let [a, b, c, counter] = hashWords(seed);
  const step = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) step();
  return step;
}

/** Returns a stream of random numbers that `seed` alone decides. */
export function createRandom(seed: string): Random {
  const next = smallFastCounter(seed);
  const random: Random = {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (list) => elementAt(list, Math.floor(next() * list.length)),
    weighted: (list, weightOf) => {
      let left = next() * list.reduce((sum, value) => sum + weightOf(value), 0);
      for (const value of list) {
        left -= weightOf(value);
        if (left < 0) return value;
      }
      return elementAt(list, list.length - 1);
    },
    logNormal: (median, spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  };
  return random;
}

function elementAt<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new Error('An empty list has no element to pick');
  return list[index] as T;
}
