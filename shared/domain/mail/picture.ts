import { imageTypeOf } from '../action/image.ts';

/** Pictures made of pixels: what they hold can be looked at and nothing else. No SVG. */
export const RASTER_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/avif',
] as const;

export type RasterType = (typeof RASTER_TYPES)[number];

/** Returns what picture a file is by its first bytes, whatever it is called; null: none of {@link RASTER_TYPES}. */
export function rasterTypeOf(bytes: Uint8Array): RasterType | null {
  const known = imageTypeOf(bytes);
  if (known !== null) return known;
  if (isBmp(bytes)) return 'image/bmp';
  return isAvif(bytes) ? 'image/avif' : null;
}

/** Sizes of the headers that Windows and OS/2 have written (BITMAPCOREHEADER to BITMAPV5HEADER). */
const BMP_HEADERS: ReadonlySet<number> = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** `BM` begins many a text: the header that follows is looked at too. */
const isBmp = (bytes: Uint8Array): boolean =>
  begins(bytes, 0, 'BM') &&
  BMP_HEADERS.has(bytes[14] ?? 0) &&
  bytes[15] === 0 &&
  bytes[16] === 0 &&
  bytes[17] === 0;

/** An ISO media file whose main brand is a still or a moving AVIF (AV1 Image File Format, 7). */
const isAvif = (bytes: Uint8Array): boolean =>
  begins(bytes, 4, 'ftyp') && (begins(bytes, 8, 'avif') || begins(bytes, 8, 'avis'));

const begins = (bytes: Uint8Array, at: number, word: string): boolean =>
  [...word].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
