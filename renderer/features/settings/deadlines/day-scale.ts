import type { DayInterval } from '../../../../shared/domain/calendar/types.ts';

/** The stretch of a day that the drawing shows, in minutes after midnight. */
export interface DayScale {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly ticks: readonly number[];
}

/** Shown at least: a day in town. */
const USUAL = { fromMinute: 7 * 60, toMinute: 21 * 60 };

/** Returns a scale of full hours that holds all the stretches. */
export function dayScale(intervals: readonly DayInterval[]): DayScale {
  const from = Math.min(USUAL.fromMinute, ...intervals.map((one) => one.fromMinute));
  const to = Math.max(USUAL.toMinute, ...intervals.map((one) => one.toMinute));
  const fromMinute = Math.floor(from / 60) * 60;
  const toMinute = Math.ceil(to / 60) * 60;
  const stepMinutes = toMinute - fromMinute > 16 * 60 ? 180 : 120;
  const count = Math.floor((toMinute - fromMinute) / stepMinutes) + 1;
  const ticks = Array.from({ length: count }, (_, index) => fromMinute + index * stepMinutes);
  return { fromMinute, toMinute, ticks };
}

/** Returns where a minute lies on the scale, 0–1. */
export const share = ({ fromMinute, toMinute }: DayScale, minute: number): number =>
  (minute - fromMinute) / (toMinute - fromMinute);
