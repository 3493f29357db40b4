import { useEffect, type RefObject } from 'react';

/** Runs `leave` when Esc is pressed within a part of the page; nobody else then takes the key. */
export function useEscape(part: RefObject<HTMLElement | null>, leave: () => void): void {
  useEffect(() => {
    const node = part.current;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    };
    node?.addEventListener('keydown', press);
    return () => node?.removeEventListener('keydown', press);
  }, [part, leave]);
}
