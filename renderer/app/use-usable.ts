import { useEffect, useRef } from 'react';
import { shell } from '../lib/shell.ts';
import { useApp, type AppState } from '../state/store.ts';

/** A practice workspace is of use once its page has been read and something stands in the list. */
const hasPractised = ({ inbox, records }: AppState): boolean =>
  inbox.ids.length > 0 &&
  (records.accounts?.some(({ health }) => health.lastReadAtMs !== null) ?? false);

/** Why there is no inbox to work with, as a code; null when there is one, undefined while it comes. */
function failureOf(state: AppState): string | null | undefined {
  const { inbox } = state;
  const { status, failure, hello, helloError } = state.session;
  if (status === 'failed') return failure?.code ?? 'internal';
  if (hello === null) return helloError?.code;
  if (inbox.phase === 'loading') return undefined;
  if (hello.practice && !hasPractised(state)) return undefined;
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
