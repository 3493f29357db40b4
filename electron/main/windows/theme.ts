import { nativeTheme } from 'electron';

/** Colours that the system draws with, equal to the page's `--bg-app`, `--bg-surface`, `--ink-2`. */
interface ShellColors {
  readonly window: string;
  readonly surface: string;
  readonly symbol: string;
}

const LIGHT: ShellColors = { window: '#f2f1ed', surface: '#ffffff', symbol: '#504d47' };
const DARK: ShellColors = { window: '#111416', surface: '#15191b', symbol: '#b6bcbd' };

/** Returns the colours of the look in force. */
export const colorsOf = (): ShellColors => (nativeTheme.shouldUseDarkColors ? DARK : LIGHT);
