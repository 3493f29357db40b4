/** Asks Debian's package manager for what is missing, or tells the person which command to run. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './output.ts';
import { SetupError } from './types.ts';

const isRoot = (): boolean => process.getuid?.() === 0;

function run(command: string, args: readonly string[]): boolean {
  say(`$ ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

const isKnown = (name: string): boolean =>
  spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;

/**
 * Installs Debian packages; each is given as its names in different releases, newest first. Only
 * root can: anyone else, and other systems, get a {@link SetupError} with the command or the list.
 */
export function installPackages(packages: readonly (readonly string[])[], reason: string): void {
  if (!existsSync('/usr/bin/apt-get')) {
    const names = packages.map((names) => names.at(-1)).join(', ');
    throw new SetupError(`${reason} Install what your system calls: ${names}.`);
  }
  if (isRoot()) {
    say(reason);
    if (!run('apt-get', ['update', '-qq'])) say('The package lists could not be refreshed.');
  }
  const names = packages.map((names) => names.find(isKnown) ?? names.at(-1) ?? '');
  const install = ['install', '-y', '--no-install-recommends', ...names];
  if (!isRoot()) throw new SetupError(`${reason} Run: sudo apt-get ${install.join(' ')}`);
  if (!run('apt-get', ['-q', ...install])) {
    throw new SetupError('The packages were not installed; see the lines above.');
  }
}
