import { useEffect, type RefObject } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Makes the buttons of a pane one tab stop: arrows move between them, and Tab enters at the current
 * one, else at the one that last had the focus.
 */
export function useRoving(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const node = pane.current;
    if (node === null) return;
    const items = (): readonly HTMLElement[] => [...node.querySelectorAll<HTMLElement>('button')];
    const settle = (chosen?: HTMLElement): void => {
      const all = items();
      const stop = chosen ?? all.find((item) => item.hasAttribute('aria-current')) ?? all[0];
      for (const item of all) item.tabIndex = item === stop ? 0 : -1;
    };
    const focus = (event: FocusEvent): void => {
      if (event.target instanceof HTMLButtonElement) settle(event.target);
    };
    const press = (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      if (step === undefined || !(event.target instanceof HTMLElement)) return;
      event.preventDefault();
      const all = items();
      all[all.indexOf(event.target) + step]?.focus();
    };
    const observer = new MutationObserver(() => {
      if (!node.contains(document.activeElement)) settle();
    });
    settle();
    observer.observe(node, { childList: true, subtree: true, attributeFilter: ['aria-current'] });
    node.addEventListener('focusin', focus);
    node.addEventListener('keydown', press);
    return () => {
      observer.disconnect();
      node.removeEventListener('focusin', focus);
      node.removeEventListener('keydown', press);
    };
  }, [pane]);
}
