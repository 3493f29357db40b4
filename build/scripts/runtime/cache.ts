import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const marker = '.complete';

/** Returns the folder where this user's system keeps what can be fetched again. */
export function cacheFolder(): string {
  const { env, platform } = process;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'riscontro');
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'riscontro', 'Cache');
  }
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'riscontro');
}

/**
 * Returns whether `folder` was filled completely from what `seal` names (a version and a hash): a
 * folder without that mark is one whose making was cut off, or is of another recipe.
 */
export function isComplete(folder: string, seal: string): boolean {
  const file = join(folder, marker);
  return existsSync(file) && readFileSync(file, 'utf8') === seal;
}

/**
 * Fills a cached folder so that others see all of it or nothing: `fill` gets a temporary folder
 * beside it, which takes the place of `folder` when it is done. Two at once do no harm.
 */
export async function fillOnce(
  folder: string,
  seal: string,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}.making-`);
  try {
    await fill(temporary);
    await writeFile(join(temporary, marker), seal);
    if (isComplete(folder, seal)) return;
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
