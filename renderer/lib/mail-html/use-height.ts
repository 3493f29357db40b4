import { useEffect, useState, type RefObject } from 'react';
import { shell } from '../shell.ts';

/** A frame before it was measured. */
const FIRST_PX = 120;
/** Higher frames scroll in themselves. */
const HIGHEST_PX = 30_000;

/**
 * Returns the height of the mail at `url` in its frame, in px: the shell measures it, now and whenever
 * the frame's width changes. Its height alone never asks again.
 */
export function useHeight(frame: RefObject<HTMLElement | null>, url: string): number {
  const [height, setHeight] = useState(FIRST_PX);
  useEffect(() => {
    const node = frame.current;
    if (node === null) return undefined;
    let width = -1;
    let isOver = false;
    const measure = async (): Promise<void> => {
      const px = await shell().measureMail(url, width);
      if (!isOver && px !== null) setHeight(Math.min(Math.max(px, 24), HIGHEST_PX));
    };
    const observer = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width ?? 0;
      if (now === width) return;
      width = now;
      measure().catch(() => {});
    });
    observer.observe(node);
    return () => {
      isOver = true;
      observer.disconnect();
    };
  }, [frame, url]);
  return height;
}
