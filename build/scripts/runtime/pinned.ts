/** The Electron that Riscontro is released on, installed by Electron's own installer. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setGlobalProxyFromEnv } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Progress } from '@electron/get';
import { downloadProgress, say } from './output.ts';
import { isReachable } from './reachable.ts';
import { SetupError, type Runtime } from './types.ts';

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('electron/package.json'));

const readJson = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(join(packageFolder, file), 'utf8')) as Record<string, string>;

/** The pinned version, from the electron package that the lock file holds. */
export const pinnedVersion: string = readJson('package.json')['version'] ?? '';

/** Returns the pinned Electron when its installer has finished on this checkout before. */
export function installedElectron(): Runtime | undefined {
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable)
    ? { kind: 'pinned', version: pinnedVersion, executable }
    : undefined;
}

/** Fetches the archive into Electron's own cache, with its checksums checked and progress shown. */
async function download(): Promise<void> {
  const { downloadArtifact } = await import('@electron/get');
  const progress = downloadProgress(`Electron ${pinnedVersion}`);
  await downloadArtifact({
    version: pinnedVersion,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: readJson('checksums.json'),
    downloadOptions: {
      quiet: true,
      getProgressCallback: async ({ transferred, total }: Progress) =>
        progress(transferred, total ?? undefined),
    },
  });
}

/**
 * Installs the pinned Electron; undefined when its release host (or the mirror that `ELECTRON_MIRROR`
 * names) is out of reach. Throws a {@link SetupError} when the download or the unpacking fails.
 */
export async function installElectron(): Promise<Runtime | undefined> {
  setGlobalProxyFromEnv();
  const host =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  if (!(await isReachable(`${host}v${pinnedVersion}/SHASUMS256.txt`))) return undefined;
  say(`Downloading Electron ${pinnedVersion} …`);
  await download();
  const installer = join(packageFolder, 'install.js');
  spawnSync(process.execPath, [installer], { stdio: ['ignore', 2, 2] });
  const runtime = installedElectron();
  if (runtime === undefined) throw new SetupError(`Electron ${pinnedVersion} was not unpacked.`);
  return runtime;
}
