import { useMemo } from 'react';
import {
  readRules,
  rulesDraft,
  type RulesDraft,
  type RulesFaults,
} from '../../../state/rules-draft.ts';
import { useApp } from '../../../state/store.ts';

/** The rules on the screen: as they are being typed, or as they are saved. */
export interface RulesOnScreen {
  readonly draft: RulesDraft;
  readonly faults: RulesFaults;
}

/** Returns the rules on the screen, or null before the service has told them. */
export function useRules(): RulesOnScreen | null {
  const value = useApp((state) => state.settings.value);
  const changed = useApp((state) => state.settings.draft);
  return useMemo(() => {
    if (value === null) return null;
    const draft = changed ?? rulesDraft(value);
    return { draft, faults: readRules(draft, value).faults };
  }, [value, changed]);
}
