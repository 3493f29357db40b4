import type { PreferenceValues } from '../../../shared/contract/preferences.ts';

export const DEFAULT_SIZE = { width: 1440, height: 900 } as const;
export const SMALLEST_SIZE = { width: 1100, height: 700 } as const;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of the title bar must be on a screen for the window to be moved by hand. */
const REACHABLE_PX = 100;

/**
 * Returns where the window opens: where it was, when its title bar can still be reached on one of
 * the screens' work areas; else the default size, in the middle (no `x` and `y`).
 */
export function openingBounds(
  remembered: PreferenceValues['window'],
  workAreas: readonly Area[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  if (remembered === undefined) return DEFAULT_SIZE;
  const size = {
    width: Math.max(remembered.width, SMALLEST_SIZE.width),
    height: Math.max(remembered.height, SMALLEST_SIZE.height),
  };
  const reachable = workAreas.some((area) => isReachable(remembered, area));
  return reachable ? { ...size, x: remembered.x, y: remembered.y } : size;
}

function isReachable(window: Area, area: Area): boolean {
  const overlap =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return overlap >= REACHABLE_PX && window.y >= area.y && window.y < area.y + area.height;
}
