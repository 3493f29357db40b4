import { useEffect, useRef } from 'react';
import { shell } from '../lib/shell.ts';
import { useApp, type AppState } from '../state/store.ts';

/** Why there is no inbox to work with, as a code; null when there is one, undefined while it comes. */
function failureOf({ inbox, session }: AppState): string | null | undefined {
  const { status, failure, hello, helloError } = session;
  if (status === 'failed') return failure?.code ?? 'internal';
  if (hello === null) return helloError?.code;
  if (inbox.phase === 'loading') return undefined;
  return inbox.phase === 'failed' ? (inbox.error?.code ?? 'internal') : null;
}

/** Tells the shell once that the window can be worked with; before that, why it cannot. */
export function useUsable(): void {
  const told = useRef<string | null>(undefined);
  const failure = useApp(failureOf);
  useEffect(() => {
    if (failure === undefined || told.current === null || told.current === failure) return;
    told.current = failure;
    // The frame after the next one has the list's pixels on it.
    requestAnimationFrame(() => requestAnimationFrame(() => shell().usable(failure)));
  }, [failure]);
}
