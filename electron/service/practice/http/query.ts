/** A request's parameters, from the address and the body alike: the platform takes both. */
export type Query = ReadonlyMap<string, string>;

/** One request, taken apart. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path without the version: `['123_4', 'comments']`. */
  readonly path: readonly string[];
  readonly query: Query;
}

const DEFAULT_LIMIT = 25;
/** Larger limits are quietly cut, as the platform does. */
const MAX_LIMIT = 100;

/** Returns the wanted page size, or null when it is no whole number from 0 up. */
export function limitOf(query: Query, maxLimit = MAX_LIMIT): number | null {
  const text = query.get('limit');
  if (text === undefined) return DEFAULT_LIMIT;
  return /^\d+$/.test(text) ? Math.min(Number(text), maxLimit) : null;
}

/** Returns the instant of a `since` or `until`: Unix seconds or a date; undefined when it is bad. */
export function instantOf(text: string | undefined): number | null | undefined {
  if (text === undefined || text === '') return null;
  const parsed = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** True for the platform's ways to say yes. */
export const isYes = (text: string | undefined): boolean =>
  text === 'true' || text === '1' || text === 'total_count';
