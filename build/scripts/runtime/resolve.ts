/** Finds or fetches the Electron to run. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFallback, hasFallback, installFallback } from './fallback.ts';
import { say } from './output.ts';
import { installElectron, installedElectron, pinnedVersion } from './pinned.ts';
import { SetupError, type Runtime } from './types.ts';

/** An Electron that the user unpacked, named by the variable that Electron's own package knows. */
function ownElectron(): Runtime | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined || folder === '') return undefined;
  const executable = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
  if (!existsSync(executable)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${executable}`);
  }
  return { kind: 'own', version: 'unknown', executable };
}

/**
 * Returns the Electron to run, fetching it at the first start: the pinned one where its release host
 * is reached, else the fallback. Throws a {@link SetupError} that says what to do when there is none.
 */
export async function ensureRuntime(): Promise<Runtime> {
  const present = ownElectron() ?? installedElectron();
  if (present !== undefined) return present;
  const installed = await installElectron();
  if (installed !== undefined) return installed;
  if (!hasFallback()) {
    throw new SetupError(
      `Electron ${pinnedVersion} cannot be downloaded: its release host does not answer. Name a mirror ` +
        'in ELECTRON_MIRROR, or the folder of an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  const cached = cachedFallback();
  if (cached !== undefined) return cached;
  say(`Electron's release host is not reached from here; looking for another way.`);
  return installFallback();
}
