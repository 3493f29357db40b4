import type { Inbox } from '../inbox.ts';
import { pictureUrl } from './picture-url.ts';

/** What one mail may fetch: pictures, how many of them at once, and their bytes together. */
export const REMOTE_LIMITS = { pictures: 100, atOnce: 6, bytes: 30 * 2 ** 20 };

/**
 * Fetches the pictures that a mail names, because a person asked for them. Returns a `data:` URL for
 * each address, or null where there is no picture of pixels to be had or the mail names too many.
 */
export async function remotePictures(
  { pictures }: Pick<Inbox, 'pictures'>,
  urls: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>(urls.map((url) => [url, null]));
  const waiting = [...found.keys()].slice(0, REMOTE_LIMITS.pictures).values();
  let left = REMOTE_LIMITS.bytes;
  const work = async (): Promise<void> => {
    // All workers take from the same list.
    for (const url of waiting) {
      if (left <= 0 || signal.aborted) return;
      const bytes = await pictures.fetch(url, signal);
      if (bytes === null || bytes.length > left) continue;
      const dataUrl = pictureUrl(bytes);
      left -= bytes.length;
      found.set(url, dataUrl);
    }
  };
  await Promise.all(Array.from({ length: REMOTE_LIMITS.atOnce }, work));
  return found;
}
