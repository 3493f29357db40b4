/** The stretch a figure covers. `days`: the last 30; `month`: a whole calendar month. */
export type Period =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'month'; readonly back: number };

export interface PeriodBounds {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Returns the half-open bounds of a period, local midnights of this computer's zone. The last days
 * end now; a month ends with its last day, or now when it is the running one.
 */
export function periodBounds(period: Period, nowMs: number): PeriodBounds {
  const now = new Date(nowMs);
  if (period.kind === 'days') {
    const from = new Date(now.getFullYear(), now.getMonth(), now.getDate() - period.days + 1);
    return { fromMs: from.getTime(), toMs: nowMs };
  }
  const from = new Date(now.getFullYear(), now.getMonth() - period.back, 1);
  const to = new Date(now.getFullYear(), now.getMonth() - period.back + 1, 1);
  return { fromMs: from.getTime(), toMs: Math.min(to.getTime(), nowMs) };
}

/** One step earlier or later; the last 30 days stand beside the running month. Null at the end. */
export function stepPeriod(period: Period, by: -1 | 1): Period | null {
  const place = period.kind === 'days' ? -1 : period.back;
  const next = place - by;
  if (next < -1 || next > 23) return null;
  return next === -1 ? { kind: 'days', days: 30 } : { kind: 'month', back: next };
}
