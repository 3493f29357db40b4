import { createHash } from 'node:crypto';
import * as zlib from 'node:zlib';

/** Mails that lie in one file: one line that says what is in it, then all of them packed as one. */
interface Heading {
  readonly packed: 'zstd' | 'none';
  /** Length in bytes and digest of each. */
  readonly mails: readonly (readonly [length: number, digest: string])[];
}

/** Larger than any mail that is fetched whole: what unpacks to more was not written by us. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_HEADING_BYTES = 2 ** 20;
/** The fastest that still makes half of it: a first read packs every mail that there is. */
const LEVEL = 1;

const NEWLINE = 0x0a;

/** Returns the SHA-256 of bytes in hexadecimal. */
export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Returns the name of a bundle of these mails: the same for the same mails in the same order. */
export const bundleName = (digests: readonly string[]): string =>
  createHash('sha256').update(digests.join()).digest('hex').slice(0, 32);

/** Returns the bytes of a bundle. */
export async function packBundle(
  mails: readonly Uint8Array[],
  digests: readonly string[],
): Promise<Uint8Array> {
  const whole = Buffer.concat(mails);
  const body = await pack(whole);
  const heading: Heading = {
    packed: body === whole ? 'none' : 'zstd',
    mails: mails.map((mail, index) => [mail.byteLength, digests[index] ?? '']),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(heading)}\n`), body]);
}

/** Returns one mail of a bundle by its place; null when it is not there or is not what was put in. */
export async function unpackMail(bundle: Uint8Array, index: number): Promise<Uint8Array | null> {
  const end = bundle.indexOf(NEWLINE);
  if (end < 0 || end > MOST_HEADING_BYTES) return null;
  const heading = headingOf(Buffer.from(bundle.subarray(0, end)).toString());
  const [length, digest] = heading?.mails[index] ?? [];
  if (heading === null || length === undefined) return null;
  const from = heading.mails.slice(0, index).reduce((sum, [bytes]) => sum + bytes, 0);
  const body = bundle.subarray(end + 1);
  const whole = heading.packed === 'none' ? body : await unpack(body);
  const mail = whole.subarray(from, from + length);
  return digestOf(mail) === digest ? mail : null;
}

/** The bytes themselves where the runtime is too old to pack them so. */
function pack(bytes: Uint8Array): Promise<Uint8Array> {
  if (typeof zlib.zstdCompress !== 'function') return Promise.resolve(bytes);
  const params = { [zlib.constants.ZSTD_c_compressionLevel]: LEVEL };
  return new Promise((resolve, reject) => {
    zlib.zstdCompress(bytes, { params }, (failure, packed) =>
      failure === null ? resolve(packed) : reject(failure),
    );
  });
}

const unpack = (bytes: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zlib.zstdDecompress(bytes, { maxOutputLength: MOST_BYTES }, (failure, whole) =>
      failure === null ? resolve(whole) : reject(failure),
    );
  });

/** Files may have been changed by anybody: null for what is no heading of ours. */
function headingOf(line: string): Heading | null {
  try {
    const value = JSON.parse(line) as Partial<Heading> | null;
    const isOurs =
      (value?.packed === 'zstd' || value?.packed === 'none') &&
      Array.isArray(value.mails) &&
      value.mails.every((one) => Array.isArray(one) && Number.isSafeInteger(one[0]) && one[0] >= 0);
    return isOurs ? (value as Heading) : null;
  } catch {
    return null;
  }
}
