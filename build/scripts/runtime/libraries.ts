/** Sees that the shared libraries which Electron links to are on this system (Linux only). */
import { spawnSync } from 'node:child_process';
import { installPackages } from './packages.ts';
import { SetupError } from './types.ts';

/** The library's file and Debian's package of it: its name since Debian 13 first, where it changed. */
const packageOf: Readonly<Record<string, readonly string[]>> = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXss.so.1': ['libxss1'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgdk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
};

/** Returns the names of the libraries that `ldd` does not find for a binary. */
export function missingLibraries(executable: string): readonly string[] {
  const run = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const lines = (run.stdout ?? '').split('\n');
  return lines.flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? []);
}

/**
 * Installs the libraries that the binary misses; throws a {@link SetupError} that names them when it
 * may not, or when one is in no package that we know of.
 */
export function ensureLibraries(executable: string): void {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries(executable);
  if (missing.length === 0) return;
  const unknown = missing.filter((library) => packageOf[library] === undefined);
  if (unknown.length > 0) {
    throw new SetupError(`Electron needs libraries that are not here: ${unknown.join(', ')}.`);
  }
  const packages = new Map(
    missing.flatMap((library) => {
      const names = packageOf[library];
      return names === undefined ? [] : [[names.at(-1), names] as const];
    }),
  );
  installPackages([...packages.values()], 'Electron needs libraries that are not here.');
}
