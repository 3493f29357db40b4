import { useEffect, useRef, type RefObject } from 'react';

/** Returns a ref whose field has the focus from the beginning, when `wanted`. */
export function useFirstFocus(wanted: boolean): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);
  return field;
}
