import { useCallback, useSyncExternalStore } from 'react';

/** Returns whether the window is at least `px` wide, and renders again when that changes. */
export function useWide(px: number): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const query = window.matchMedia(`(min-width: ${px}px)`);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    [px],
  );
  return useSyncExternalStore(subscribe, () => window.innerWidth >= px);
}
