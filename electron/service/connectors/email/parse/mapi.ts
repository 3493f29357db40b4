/* Properties as MAPI writes them one after the other ([MS-OXTNEF] 2.1.3.4, attMAPIProps). */

/** One property: its type and its first value. */
export interface MapiProperty {
  readonly type: number;
  readonly data: Uint8Array;
}

/** Properties by id. */
export type MapiProperties = ReadonlyMap<number, MapiProperty>;

const MAX_PROPERTIES = 4096;
/** More than one value. */
const MANY = 0x1000;
const UNICODE = 0x001f;
/** Bytes of one value, by type, as they stand there (padded to four); the rest says its own length. */
const SIZES: ReadonlyMap<number, number> = new Map([
  [0x0002, 4],
  [0x0003, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [0x000b, 4],
  [0x0014, 8],
  [0x0040, 8],
  [0x0048, 16],
]);
/** String8, Unicode, object, binary. */
const SELF_SIZED: ReadonlySet<number> = new Set([0x001e, UNICODE, 0x000d, 0x0102]);
/** Ids from here on stand with their name. */
const FIRST_NAMED = 0x8000;

/** Returns what can be read; ends where the bytes end or make no sense. Never throws. */
export function mapiProperties(bytes: Uint8Array): MapiProperties {
  const found = new Map<number, MapiProperty>();
  const cursor = new Cursor(bytes);
  const count = Math.min(cursor.uint32(), MAX_PROPERTIES);
  for (let index = 0; index < count && !cursor.isOver; index += 1) {
    const type = cursor.uint16();
    const id = cursor.uint16();
    if (id >= FIRST_NAMED) skipName(cursor);
    const data = firstValue(cursor, type);
    if (data === null || cursor.isOver) break;
    if (!found.has(id)) found.set(id, { type: type & ~MANY, data });
  }
  return found;
}

function skipName(cursor: Cursor): void {
  cursor.skip(16);
  if (cursor.uint32() === 0) cursor.skip(4);
  else cursor.skip(padded(cursor.uint32()));
}

function firstValue(cursor: Cursor, type: number): Uint8Array | null {
  const one = type & ~MANY;
  const size = SIZES.get(one);
  if (size !== undefined) {
    const count = type === one ? 1 : cursor.uint32();
    const data = cursor.take(size);
    cursor.skip(size * (count - 1));
    return data;
  }
  if (!SELF_SIZED.has(one)) return null;
  let first: Uint8Array | null = null;
  for (let left = cursor.uint32(); left > 0 && !cursor.isOver; left -= 1) {
    const length = cursor.uint32();
    const data = cursor.take(length);
    cursor.skip(padded(length) - length);
    first ??= data;
  }
  return first ?? new Uint8Array();
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** Reads on and on; beyond the end everything is nothing. */
class Cursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** More was read than there is. */
  get isOver(): boolean {
    return this.#at > this.#bytes.length;
  }

  uint16(): number {
    this.#at += 2;
    return this.isOver ? 0 : this.#view.getUint16(this.#at - 2, true);
  }

  uint32(): number {
    this.#at += 4;
    return this.isOver ? 0 : this.#view.getUint32(this.#at - 4, true);
  }

  take(length: number): Uint8Array {
    const from = this.#at;
    this.skip(length);
    return this.#bytes.subarray(from, this.#at);
  }

  /** A length that leads back is none. */
  skip(length: number): void {
    this.#at += length < 0 ? Number.POSITIVE_INFINITY : length;
  }
}

/** Returns a string's letters, whichever of the two forms it has. */
export const wide = ({ type, data }: MapiProperty, page: number): string =>
  type === UNICODE ? untilNul(new TextDecoder('utf-16le').decode(data)) : text(data, page);

/** Returns a string of single bytes in a code page of Windows, up to its NUL. */
export const text = (data: Uint8Array, page: number): string => untilNul(decoded(data, page));

const untilNul = (letters: string): string => letters.split('\0', 1)[0] ?? '';

/** Code pages by the names that decoders know them under; others are read as Western Europe's. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [20127, 'windows-1252'],
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

function decoded(data: Uint8Array, page: number): string {
  try {
    return new TextDecoder(nameOf(page)).decode(data);
  } catch {
    return new TextDecoder('windows-1252').decode(data);
  }
}

function nameOf(page: number): string {
  const isLatin = page > 28_591 && page <= 28_606;
  return NAMES.get(page) ?? (isLatin ? `iso-8859-${page - 28_590}` : `windows-${page}`);
}
