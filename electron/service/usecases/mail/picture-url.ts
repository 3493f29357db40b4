import { rasterTypeOf } from '../../../../shared/domain/mail/picture.ts';

/** Returns a picture of pixels as a `data:` URL, typed by its first bytes; null when it is none. */
export function pictureUrl(bytes: Uint8Array): string | null {
  const type = rasterTypeOf(bytes);
  if (type === null) return null;
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `data:${type};base64,${base64}`;
}
