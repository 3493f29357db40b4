import { useSyncExternalStore } from 'react';
import type { MailColours } from './frame-page.ts';

/** The look of the page: `light` or `dark`. */
const lookOf = (): string => document.documentElement.dataset['theme'] ?? 'light';

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** Returns the look of the moment and renders again when it changes. */
export const useLook = (): string => useSyncExternalStore(watch, lookOf);

/** Returns the tokens of the moment: a frame cannot read them. */
export function mailColours(look: string): MailColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    dark: look === 'dark',
    paper: token('--bg-surface'),
    ink: token('--ink-1'),
    meta: token('--ink-3'),
    line: token('--line-3'),
    accent: token('--accent-ink'),
  };
}
