/**
 * Makes node_modules match package-lock.json. Plain JavaScript without dependencies: it runs before
 * there are any, on the Node of the machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean }} LockedPackage */

/**
 * Returns the packages of a lock file by folder; none when the file is missing or unreadable.
 * @param {string} file
 * @returns {Readonly<Record<string, LockedPackage>>}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Returns the pinned Node: its executable inside node_modules and its version by the lock file.
 * @param {string} root
 */
export function pinnedNode(root) {
  const locked = lockedPackages(join(root, 'package-lock.json'))['node_modules/node'];
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const executable = join(root, 'node_modules', 'node', 'bin', name);
  return { executable, version: locked?.version ?? '' };
}

/**
 * Returns whether what npm wrote down as installed is what the lock file asks for. Packages of other
 * platforms are optional and may be absent. npm writes its record last, so that an installation that
 * was cut off does not match.
 * @param {string} root
 */
function isInstalled(root) {
  const wanted = Object.entries(lockedPackages(join(root, 'package-lock.json')));
  const found = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  return wanted.every(([folder, { version, integrity, optional }]) => {
    if (folder === '') return true;
    const there = found[folder];
    if (there === undefined) return optional === true;
    return there.version === version && there.integrity === integrity;
  });
}

/**
 * Runs npm with its output on our stderr: stdout belongs to the command. Returns whether it worked.
 * @param {string} root
 * @param {readonly string[]} args
 */
function npm(root, args) {
  const run = spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return run.status === 0;
}

/**
 * Installs the dependencies when they do not match the lock file, and the pinned Node when it is
 * missing. No package's install script runs but that of `node`, which fetches the binary of this
 * platform. Returns false, after npm has said why, when it could not be done.
 * @param {string} root
 */
export function ensureDependencies(root) {
  if (!isInstalled(root)) {
    process.stderr.write('Installing the dependencies of package-lock.json (about a minute) …\n');
    if (!npm(root, ['ci'])) return false;
  }
  if (!existsSync(pinnedNode(root).executable)) {
    process.stderr.write(`Fetching Node ${pinnedNode(root).version} …\n`);
    if (!npm(root, ['rebuild', 'node', '--ignore-scripts=false'])) return false;
  }
  if (existsSync(pinnedNode(root).executable)) return true;
  process.stderr.write(`Node ${pinnedNode(root).version} is not published for this platform.\n`);
  return false;
}
