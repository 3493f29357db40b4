import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache.ts';

const probeTimeoutMs = 4000;
/** A network that was closed this morning is most likely closed at noon; tomorrow we look again. */
const rememberMs = 20 * 60 * 60 * 1000;

const memory = (): string => join(cacheFolder(), 'release-host-unreachable.json');

async function failedLately(url: string): Promise<boolean> {
  try {
    const remembered: unknown = JSON.parse(await readFile(memory(), 'utf8'));
    if (typeof remembered !== 'object' || remembered === null) return false;
    const { url: failedUrl, atMs } = remembered as { url?: unknown; atMs?: unknown };
    return failedUrl === url && typeof atMs === 'number' && Date.now() - atMs < rememberMs;
  } catch {
    return false;
  }
}

/**
 * Returns whether `url` answers within 4 s. A failure is remembered for 20 h, so that the next
 * starts do not wait again; deleting the cache folder forgets it.
 */
export async function isReachable(url: string): Promise<boolean> {
  if (await failedLately(url)) return false;
  try {
    const answer = await fetch(url, {
      method: 'HEAD',
      signal: AbortSignal.timeout(probeTimeoutMs),
    });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    await rm(memory(), { force: true });
    return true;
  } catch {
    await mkdir(dirname(memory()), { recursive: true });
    await writeFile(memory(), JSON.stringify({ url, atMs: Date.now() }));
    return false;
  }
}
