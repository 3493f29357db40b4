import type { ShellBridge } from '../../shared/contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script before the first line of the page runs. */
    readonly riscontro: ShellBridge;
  }
}

/** Returns the way to the shell: look, window, closing, links outside. */
export const shell = (): ShellBridge => window.riscontro;

/** Whether shortcuts are written and pressed with Command. */
export const isMac = (): boolean => shell().start.platform === 'darwin';

/** Opens a link in the system's browser; the shell refuses what is no web or mail address. */
export const openExternal = (url: string): void => {
  void shell().openExternal(url);
};
