/** Gives Electron a screen where the machine has none. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { say } from './output.ts';
import { installPackages } from './packages.ts';
import { SetupError } from './types.ts';

/** A screen to draw on: what to add to the environment, and how to give it up. */
export interface Display {
  readonly env: Readonly<Record<string, string>>;
  /** Chromium's switches for this screen. */
  readonly switches: readonly string[];
  readonly close: () => void;
}

/** Whether the machine has a screen of its own. */
export const hasScreen = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

const hasXvfb = (): boolean =>
  spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error === undefined;

/** Starts Xvfb on a display number that it finds free and reports on its fourth channel. */
async function startXvfb(): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const channel = server.stdio[3] as Readable;
  const answer = once(channel, 'data').then(([data]) => String(data).trim());
  const end = once(server, 'exit').then(() => '');
  const number = await Promise.race([answer, end]);
  if (number === '') throw new SetupError('Xvfb does not start.');
  const close = (): void => void server.kill();
  process.on('exit', close);
  server.unref();
  (channel as Readable & { unref?: () => void }).unref?.();
  say(`No display here: drawing on a virtual one (:${number}).`);
  // Where there is no screen there is no graphics card and no message bus either: Chromium finds
  // that out by itself, with a page of errors that mean nothing here.
  return { env: { DISPLAY: `:${number}` }, switches: ['--disable-gpu', '--log-level=3'], close };
}

/** Returns the machine's screen or, on a Linux without one, a virtual screen of 1920 × 1200. */
export async function ensureDisplay(): Promise<Display> {
  if (hasScreen()) return { env: {}, switches: [], close: () => undefined };
  if (!hasXvfb()) {
    const packages = [['xvfb'], ['fonts-noto-color-emoji']];
    installPackages(packages, 'There is no display, and no Xvfb for a virtual one.');
  }
  return startXvfb();
}
