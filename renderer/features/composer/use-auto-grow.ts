import { useLayoutEffect, type RefObject } from 'react';

/** Makes a text field as tall as its text; the stylesheet says how tall it may get. */
export function useAutoGrow(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const node = field.current;
    if (node === null) return;
    node.style.height = 'auto';
    node.style.height = `${node.scrollHeight}px`;
  }, [field, text]);
}
