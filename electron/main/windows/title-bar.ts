import type { ShellStart } from '../../../shared/contract/bridge.ts';

/** The first release whose Linux windows have an overlay for the window's buttons. */
const LINUX_OVERLAY_SINCE = 32;

/** Returns who draws the window's buttons on this system. */
export function titleBarOf(platform: string, electronVersion: string): ShellStart['titleBar'] {
  if (platform === 'darwin') return 'inset';
  if (platform === 'win32') return 'overlay';
  return Number.parseInt(electronVersion, 10) >= LINUX_OVERLAY_SINCE ? 'overlay' : 'frame';
}
