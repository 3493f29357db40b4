/** What came of one case. */
export interface Outcome {
  readonly name: string;
  /** Null: it passed. */
  readonly failure: Failure | null;
}

/** Told as `expected` and `got`, or as what is wrong with the case itself. */
export type Failure =
  { readonly expected: unknown; readonly got: unknown } | { readonly malformed: string };

export const passed = (name: string): Outcome => ({ name, failure: null });

export const failed = (name: string, expected: unknown, got: unknown): Outcome => ({
  name,
  failure: { expected, got },
});

export const malformed = (name: string, words: string): Outcome => ({
  name,
  failure: { malformed: words },
});

/** Returns an instant as the case files write it; anything else as it is. */
export const iso = (instant: number | string | null): string | null =>
  typeof instant === 'number' ? new Date(instant).toISOString().replace('.000Z', 'Z') : instant;

/** Says in words what makes a value malformed, one line. */
export function wordsOf(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.map(String).join('.') || 'it'}: ${message}`)
    .join('; ');
}
