import { useEffect, useRef } from 'react';
import { shell } from '../lib/shell.ts';
import { useApp } from '../state/store.ts';

/** Tells the shell once that the window can be worked with: the first list, or what came instead. */
export function useUsable(): void {
  const told = useRef(false);
  const stands = useApp(
    ({ inbox, session }) =>
      session.status === 'failed' ||
      session.helloError !== null ||
      (session.hello !== null && inbox.phase !== 'loading'),
  );
  useEffect(() => {
    if (!stands || told.current) return;
    told.current = true;
    // The frame after the next one has the list's pixels on it.
    requestAnimationFrame(() => requestAnimationFrame(() => shell().usable()));
  }, [stands]);
}
