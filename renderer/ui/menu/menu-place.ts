/** Where a menu is asked for: at a point, or at the lower right corner of something. Window pixels. */
export type MenuPlace =
  | { readonly x: number; readonly y: number }
  | { readonly under: Pick<DOMRect, 'top' | 'bottom' | 'right'> };

const MARGIN = 8;

const within = (at: number, size: number, room: number): number =>
  Math.max(MARGIN, Math.min(at, room - size - MARGIN));

/** Returns the upper left corner at which a menu of this size lies whole within the window. */
export function placeOf(
  place: MenuPlace,
  size: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number } = {
    width: window.innerWidth,
    height: window.innerHeight,
  },
): { readonly left: number; readonly top: number } {
  if ('x' in place) {
    return {
      left: within(place.x, size.width, room.width),
      top: within(place.y, size.height, room.height),
    };
  }
  const { top, bottom, right } = place.under;
  const below = bottom + 4;
  const fitsBelow = below + size.height + MARGIN <= room.height;
  return {
    left: within(right - size.width, size.width, room.width),
    top: within(fitsBelow ? below : top - size.height - 4, size.height, room.height),
  };
}
