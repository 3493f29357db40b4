import type { Language, ThemeChoice } from '../../shared/contract/bridge.ts';
import { setLanguage } from '../lib/i18n/i18n.ts';
import { shell } from '../lib/shell.ts';
import { appState, update } from './store.ts';
import type { Area, Overlay } from './layout.ts';

/** The width from which the details pane has a place of its own beside the conversation. */
export const WIDE_PX = 1240;

/** Goes to an area, at a part of it when one is named. */
export const openArea = (area: Area, section: string | null = null): void =>
  update.layout(() => ({ area, section, overlay: null }));

/** Lays something over the page, or takes it away with null. */
export const showOverlay = (overlay: Overlay | null): void => update.layout(() => ({ overlay }));

/** Opens or closes the details pane. */
export const toggleDetails = (): void =>
  update.layout(({ details }) => ({ details: !(details ?? window.innerWidth >= WIDE_PX) }));

/** Shows or hides the list's search field. */
export const setSearching = (searching: boolean): void => update.layout(() => ({ searching }));

/** Lays the open conversation out for paper and prints it, or is done with it. */
export const setPrinting = (printing: boolean): void => update.layout(() => ({ printing }));

/** Draws the page light or dark. */
export const applyTheme = (dark: boolean): void => {
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
};

/** Chooses the look; the shell remembers it and tells what it means now. */
export function chooseTheme(theme: ThemeChoice): void {
  update.layout(() => ({ theme }));
  shell().setTheme(theme);
}

/** Chooses the language; the page changes at once, the shell remembers it. */
export function chooseLanguage(language: Language): void {
  setLanguage(language);
  shell().setLanguage(language);
}

/** Steps through system, light and dark. */
export function nextTheme(): void {
  const order = ['system', 'light', 'dark'] as const;
  const index = order.indexOf(appState().layout.theme);
  chooseTheme(order[(index + 1) % order.length] ?? 'system');
}

/** Takes the shell's word on the chosen look, at the start. */
export const rememberTheme = (theme: ThemeChoice): void => update.layout(() => ({ theme }));

const SINGLE_KEYS = 'single-keys';

/** Turns shortcuts of one letter on or off, on this computer. */
export function setSingleKeys(singleKeys: boolean): void {
  update.layout(() => ({ singleKeys }));
  localStorage.setItem(SINGLE_KEYS, singleKeys ? 'on' : 'off');
}

/** Takes over what was chosen on this computer, at the start. */
export const recallSingleKeys = (): void =>
  update.layout(() => ({ singleKeys: localStorage.getItem(SINGLE_KEYS) !== 'off' }));
