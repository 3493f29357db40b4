/** Tells screen readers about a change of state (never about ticks) through one polite live region. */

let region: HTMLElement | null = null;

/** Makes the live region; call once at the start. */
export function installAnnouncer(): void {
  region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('aria-live', 'polite');
  document.body.append(region);
}

/** Announces `text`. */
export function announce(text: string): void {
  if (region === null) return;
  // The same words twice would not be a change: an invisible space makes them one.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
