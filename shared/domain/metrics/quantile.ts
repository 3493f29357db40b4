/** Returns the arithmetic mean, or null of nothing. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Returns the quantile `share` (0–1) of values in ascending order, or null of nothing. Between two
 * values it interpolates in a straight line: type 7 of Hyndman and Fan (1996), which numpy, R and
 * spreadsheets use, so that anybody can check a figure with their own tool.
 */
export function quantile(sorted: readonly number[], share: number): number | null {
  const position = (sorted.length - 1) * share;
  const index = Math.floor(position);
  const low = sorted[index];
  if (low === undefined) return null;
  const high = sorted[index + 1] ?? low;
  return low + (position - index) * (high - low);
}
