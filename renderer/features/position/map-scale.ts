/** Where things stand on the map: time on a log axis from left (fast) to right, rate upwards. */

/** The drawing's size in CSS pixels, with room for the axes' words. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface TimeDomain {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** Times that a person names without thinking: the axis' ticks, in minutes. */
const TICKS = [1, 5, 15, 30, 60, 120, 240, 480, 1440, 2880, 7200, 14_400, 43_200] as const;

/**
 * Returns a time axis that holds all `minutes`, from at most 15 minutes to at least one day, its
 * ends on ticks; 5 minutes to 5 days when there is nothing to hold.
 */
export function timeDomain(minutes: readonly number[]): TimeDomain {
  const least = Math.min(15, ...minutes);
  const most = Math.max(1440, ...minutes);
  const from = TICKS.filter((tick) => tick <= least).at(-1) ?? TICKS[0];
  const to = TICKS.find((tick) => tick >= most) ?? most;
  return minutes.length === 0
    ? { fromMinutes: 5, toMinutes: 7200 }
    : { fromMinutes: from, toMinutes: to };
}

/** Returns the ticks inside a domain, its ends included, in minutes. */
export const timeTicks = (domain: TimeDomain): readonly number[] =>
  TICKS.filter((tick) => tick >= domain.fromMinutes && tick <= domain.toMinutes);

/** Returns the x of a time in pixels, held inside the frame. */
export function xOf(minutes: number, domain: TimeDomain, frame: MapFrame): number {
  const inner = frame.width - frame.left - frame.right;
  const held = Math.min(domain.toMinutes, Math.max(domain.fromMinutes, minutes));
  const share =
    Math.log(held / domain.fromMinutes) / Math.log(domain.toMinutes / domain.fromMinutes);
  return frame.left + share * inner;
}

/** Returns the y of a rate (0–1) in pixels; 100 % is on top. */
export const yOf = (rate: number, frame: MapFrame): number =>
  frame.top + (1 - rate) * (frame.height - frame.top - frame.bottom);

/** A label beside a point, before it is placed. */
export interface LabelWish {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel extends LabelWish {
  readonly boxX: number;
  readonly boxY: number;
}

const GAP = 16;

const overlaps = (a: PlacedLabel, b: PlacedLabel): boolean =>
  a.boxX < b.boxX + b.width &&
  b.boxX < a.boxX + a.width &&
  a.boxY < b.boxY + b.height &&
  b.boxY < a.boxY + a.height;

const holds = (box: PlacedLabel, point: { readonly x: number; readonly y: number }): boolean =>
  box.boxX - 6 < point.x &&
  point.x < box.boxX + box.width + 6 &&
  box.boxY - 6 < point.y &&
  point.y < box.boxY + box.height + 6;

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** Returns the four places beside a point, held inside the frame: right, left, above, below. */
const placesOf = (wish: LabelWish, frame: MapFrame): readonly PlacedLabel[] =>
  [
    [wish.x + GAP, wish.y - wish.height / 2],
    [wish.x - GAP - wish.width, wish.y - wish.height / 2],
    [wish.x - wish.width / 2, wish.y - GAP - wish.height],
    [wish.x - wish.width / 2, wish.y + GAP],
  ].map(([x = 0, y = 0]) => ({
    ...wish,
    boxX: clamp(x, frame.left + 4, frame.width - frame.right - wish.width - 4),
    boxY: clamp(y, frame.top + 4, frame.height - frame.bottom - wish.height - 4),
  }));

/**
 * Returns each label with the box that hides least: its own point and other labels count most, then
 * the `taken` points (the trails). The first of equals wins, in the order right, left, above, below.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: MapFrame,
  taken: readonly { readonly x: number; readonly y: number }[],
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const cost = (box: PlacedLabel): number =>
      100 * placed.filter((other) => overlaps(box, other)).length +
      50 * wishes.filter((point) => holds(box, point)).length +
      taken.filter((point) => holds(box, point)).length;
    const best = placesOf(wish, frame).reduce((a, b) => (cost(b) < cost(a) ? b : a));
    placed.push(best);
  }
  return placed;
}
