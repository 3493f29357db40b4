import { setStyleAside, styleAside } from './aside.ts';

/** A picture that came with the mail, by the id that its HTML uses. */
export interface InlinePicture {
  readonly contentId: string;
  readonly dataUrl: string;
}

/** Where the pictures of a mail come from. */
export interface PictureSources {
  readonly inline: readonly InlinePicture[];
  /** What was fetched from elsewhere; null: it could not be. */
  readonly remote: ReadonlyMap<string, string | null>;
}

/** A mail that names more is an attack; the rest stay words. */
const MAX_REMOTE = 300;
/** From here a picture shrinks with the column, and keeps its shape. */
const WIDE_PX = 200;

const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|bmp|avif)(?:;[\w=-]+)*,[\w+/=%.-]*$/i;

/** Whether an address holds a picture of pixels within itself. An SVG can do more than be looked at. */
export const isRaster = (url: string): boolean => RASTER.test(url);

/**
 * Gives each picture its pixels or, where there are none, its words. Returns the web addresses that
 * were asked for and are not there yet, each once. Pictures of a pixel, which only tell that somebody
 * looks, are taken out and never asked for.
 */
export function placePictures(root: Element, sources: PictureSources): readonly string[] {
  const inline = new Map(
    sources.inline.map(({ contentId, dataUrl }) => [bare(contentId), dataUrl]),
  );
  const missing = new Set<string>();
  for (const picture of root.querySelectorAll('img')) {
    const source = picture.getAttribute('src')?.trim() ?? '';
    const remote = webAddress(source);
    const pixels = isRaster(source)
      ? source
      : remote === null
        ? inline.get(contentIdOf(source))
        : sources.remote.get(remote);
    if (isCounter(picture)) picture.remove();
    else if (typeof pixels === 'string' && isRaster(pixels)) show(picture, pixels);
    else {
      if (remote !== null && pixels === undefined && missing.size < MAX_REMOTE) missing.add(remote);
      picture.replaceWith(placeholder(picture));
    }
  }
  return [...missing];
}

function show(picture: HTMLImageElement, pixels: string): void {
  picture.setAttribute('src', pixels);
  if (Number.parseInt(picture.getAttribute('width') ?? '', 10) < WIDE_PX) return;
  addStyle(picture, 'height:auto');
}

/** Its words in its place, as large as it would be when the mail says so. */
function placeholder(picture: HTMLImageElement): HTMLElement {
  const box = picture.ownerDocument.createElement('span');
  box.className = 'riscontro-picture';
  box.textContent = picture.getAttribute('alt')?.slice(0, 500) ?? '';
  for (const side of ['width', 'height'] as const) {
    const pixels = Number.parseInt(picture.getAttribute(side) ?? '', 10);
    const isShare = picture.getAttribute(side)?.includes('%') === true;
    if (pixels > 0 && !isShare) addStyle(box, `${side}:${Math.min(pixels, 1_000)}px`);
  }
  return box;
}

const addStyle = (element: Element, css: string): void =>
  setStyleAside(element, `${styleAside(element)}${css};`);

const isCounter = (picture: HTMLImageElement): boolean =>
  ['width', 'height'].every((side) => {
    const text = picture.getAttribute(side)?.trim() ?? '';
    return /^[0-2](?:px)?$/.test(text);
  });

function webAddress(source: string): string | null {
  if (!/^https?:\/\/[^/\\]/i.test(source)) return null;
  try {
    const url = new URL(source);
    return url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}

function contentIdOf(source: string): string {
  if (!/^cid:/i.test(source)) return '';
  try {
    return bare(decodeURIComponent(source.slice(4)));
  } catch {
    return bare(source.slice(4));
  }
}

const bare = (contentId: string): string => contentId.trim().replace(/^<|>$/g, '');
