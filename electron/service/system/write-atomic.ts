import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces `file` as a whole: after a power cut there is the old content or the new, never half.
 * Throws what the disk says; the old content is untouched then.
 */
export async function writeAtomic(
  file: string,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  const temporary = `${file}.new`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      // `mode` is for a new file only; a left-over temporary may be wider.
      await handle.chmod(mode);
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
  await syncFolder(dirname(file));
}

/** The new name itself must reach the disk; Windows has no way to ask and does it by itself. */
async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
