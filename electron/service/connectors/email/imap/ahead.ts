/** How far a source is gone through before its values are asked for, and how it is cut off. */
export interface Ahead {
  readonly count: number;
  /** Makes the source fail or end soon, wherever it is. */
  readonly stop: () => void;
}

/**
 * Goes through `source` some values before they are asked for, so that the next are fetched while
 * somebody works on one. What it throws comes when its turn does; whoever stops asking stops it.
 */
export async function* ahead<T, R>(
  source: AsyncGenerator<T, R, undefined>,
  { count, stop }: Ahead,
): AsyncGenerator<T, R, undefined> {
  const asked: Promise<IteratorResult<T, R>>[] = [];
  const ask = (): Promise<IteratorResult<T, R>> => {
    while (asked.length <= count) {
      const next = source.next();
      // Told to whoever comes to it, or to nobody.
      next.catch(() => {});
      asked.push(next);
    }
    return asked.shift() ?? source.next();
  };
  try {
    for (;;) {
      const next = await ask();
      if (next.done === true) return next.value;
      yield next.value;
    }
  } finally {
    stop();
    await Promise.allSettled(asked);
  }
}
