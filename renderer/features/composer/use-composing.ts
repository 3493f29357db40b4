import { useMemo } from 'react';
import { composingIn, type Composing } from '../../state/composing.ts';
import { selectDetail, selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';

/** Returns how one writes here in the mode of the moment. */
export function useComposing(id: string): Composing {
  const detail = useApp(selectDetail(id));
  const draft = useApp(selectDraft(id));
  return useMemo(() => composingIn(detail, draft, draft.mode), [detail, draft]);
}
