import { useEffect, useState, type ReactElement } from 'react';
import { Keycap } from '../keycap.tsx';
import styles from './tooltip.module.css';

interface Tip {
  readonly text: string;
  readonly keys: readonly string[];
  readonly box: DOMRect;
}

const DELAY_MS = 450;
const MARGIN = 6;

const tipOf = (node: Element): Tip => ({
  text: node.getAttribute('data-tip') ?? '',
  keys: (node.getAttribute('data-tip-keys') ?? '').split(' ').filter(Boolean),
  box: node.getBoundingClientRect(),
});

/** Listens for the pointer and the focus on anything with `data-tip`; returns the way to stop. */
function watch(show: (tip: Tip | null) => void): () => void {
  let timer = 0;
  const plan = (event: Event, afterMs: number): void => {
    window.clearTimeout(timer);
    const node = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
    if (node === null) return show(null);
    timer = window.setTimeout(() => show(tipOf(node)), afterMs);
  };
  const over = (event: Event): void => plan(event, DELAY_MS);
  const focus = (event: Event): void => {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) plan(event, 0);
  };
  const hide = (): void => {
    window.clearTimeout(timer);
    show(null);
  };
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  document.addEventListener('pointerover', over, options);
  document.addEventListener('focusin', focus, options);
  for (const name of ['pointerdown', 'keydown', 'scroll', 'focusout']) {
    document.addEventListener(name, hide, options);
  }
  return () => {
    hide();
    stop.abort();
  };
}

/**
 * The one tooltip of the page: shows the `data-tip` and `data-tip-keys` of what is under the pointer
 * or has the focus. It repeats an accessible name, so screen readers need not hear it.
 */
export function TooltipHost(): ReactElement | null {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => watch(setTip), []);
  if (tip === null || tip.text === '') return null;
  const below = tip.box.bottom + 40 < window.innerHeight;
  const middle = tip.box.left + tip.box.width / 2;
  return (
    <div
      className={styles['tip']}
      aria-hidden="true"
      style={{
        left: Math.min(window.innerWidth - 90, Math.max(90, middle)),
        ...(below
          ? { top: tip.box.bottom + MARGIN }
          : { bottom: window.innerHeight - tip.box.top + MARGIN }),
      }}
    >
      {tip.text}
      {tip.keys.length > 0 ? <Keycap keys={tip.keys} look="quiet" /> : null}
    </div>
  );
}
