import type { MetricRowView } from '../../../shared/contract/schemas.ts';

/** One own team as the map draws it. Rates 0–1, times in minutes. */
export interface MapTeam {
  readonly key: string;
  readonly name: string;
  readonly mark: 'circle' | 'diamond';
  readonly row: MetricRowView;
  /** Older months first; the last one is the month before the point's own period. */
  readonly trail: readonly { readonly month: string; readonly row: MetricRowView }[];
  /** Where the team stood when the window was opened, if it has moved since. */
  readonly before: MetricRowView | null;
}

export interface MapSpot {
  readonly minutes: number;
  readonly rate: number;
  readonly guarded: boolean;
}

/** Which time the axis shows. */
export type MapClock = 'calendar' | 'business' | 'mean';

/** Returns the time that a figure shows on the axis, in minutes, or null when nobody was answered. */
export function minutesOf(row: MetricRowView, clock: MapClock): number | null {
  if (clock === 'mean') return row.meanMinutes;
  return clock === 'business' ? row.businessMedianMinutes : row.medianMinutes;
}

/** Returns where a figure stands, or null when it has no rate or no time to stand on. */
export function spotOf(row: MetricRowView, clock: MapClock): MapSpot | null {
  const minutes = minutesOf(row, clock);
  return row.rate === null || minutes === null
    ? null
    : { minutes, rate: row.rate, guarded: row.underGuard };
}

/** Returns all times that the axis must hold, in minutes. */
export const minutesOnMap = (teams: readonly MapTeam[], clock: MapClock): readonly number[] =>
  teams
    .flatMap((team) => [team.row, ...team.trail.map((step) => step.row)])
    .map((row) => minutesOf(row, clock))
    .filter((minutes): minutes is number => minutes !== null && minutes > 0);

/** Returns the quadrant's catalogue key for a spot: many or few, fast or slower. */
export const quadrantOf = (
  spot: MapSpot,
  reference: { readonly rate: number; readonly minutes: number },
): 'manyFast' | 'manySlow' | 'fewFast' | 'fewSlow' =>
  spot.rate >= reference.rate
    ? spot.minutes <= reference.minutes
      ? 'manyFast'
      : 'manySlow'
    : spot.minutes <= reference.minutes
      ? 'fewFast'
      : 'fewSlow';
