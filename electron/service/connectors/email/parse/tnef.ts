import { mapiProperties, text, wide, type MapiProperties } from './mapi.ts';

/*
 * `winmail.dat`: what Outlook and Exchange put around a mail's files when they take its reader for
 * one of them ([MS-OXTNEF]; decision 0122).
 */

/** A file out of a package. */
export interface TnefFile {
  readonly filename: string;
  readonly mimeType: string;
  readonly contentId: string | null;
  readonly content: Uint8Array;
}

/** What is in a package; what it does not say is empty or null. */
export interface Tnef {
  readonly text: string | null;
  readonly html: string | null;
  readonly files: readonly TnefFile[];
}

/** More files are nobody's; the rest of the package is left. */
const MAX_FILES = 200;
const SIGNATURE = 0x223e9f78;
const HEAD_BYTES = 6;

/** Attributes, by the lower half of their ids ([MS-OXTNEF] 2.1.3.2). */
const BODY = 0x800c;
const ATTACH_DATA = 0x800f;
const ATTACH_TITLE = 0x8010;
/** A new file begins. */
const ATTACH_BEGIN = 0x9002;
const MESSAGE_PROPERTIES = 0x9003;
const ATTACH_PROPERTIES = 0x9005;
const CODE_PAGE = 0x9007;

/** MAPI's properties, by their ids ([MS-OXPROPS]). */
const ID = { body: 0x1000, html: 0x1013, data: 0x3701, longName: 0x3707, name: 0x3704 };
const MORE_ID = { mimeType: 0x370e, contentId: 0x3712, displayName: 0x3001, htmlPage: 0x3fde };

/** Whether a file is such a package, by its first bytes. */
export const isTnef = (bytes: Uint8Array): boolean =>
  bytes.length > HEAD_BYTES && viewOf(bytes).getUint32(0, true) === SIGNATURE;

/** Reads a package. Never throws: one that is cut or lies gives what was read by then. */
export function readTnef(bytes: Uint8Array): Tnef {
  const found: Found = { page: 1252, text: null, html: null, files: [] };
  if (!isTnef(bytes)) return { text: null, html: null, files: [] };
  for (const { id, data } of attributes(bytes)) {
    if (id === ATTACH_BEGIN && found.files.length >= MAX_FILES) break;
    take(found, id, data);
  }
  const { page, files, ...texts } = found;
  return { ...texts, files: files.map((file) => finished(file, page)) };
}

interface OpenFile {
  title: Uint8Array;
  data: Uint8Array;
  properties: MapiProperties;
}

interface Found {
  page: number;
  text: string | null;
  html: string | null;
  readonly files: OpenFile[];
}

const EMPTY = new Uint8Array();

function take(found: Found, id: number, data: Uint8Array): void {
  const file = found.files.at(-1);
  switch (id) {
    case CODE_PAGE:
      found.page = numberIn(data) ?? found.page;
      return;
    case BODY:
      found.text ??= text(data, found.page);
      return;
    case MESSAGE_PROPERTIES:
      takeMessage(found, mapiProperties(data));
      return;
    case ATTACH_BEGIN:
      found.files.push({ title: EMPTY, data: EMPTY, properties: new Map() });
      return;
    case ATTACH_TITLE:
      if (file !== undefined) file.title = data;
      return;
    case ATTACH_DATA:
      if (file !== undefined) file.data = data;
      return;
    case ATTACH_PROPERTIES:
      if (file !== undefined) file.properties = mapiProperties(data);
      return;
    default:
  }
}

function takeMessage(found: Found, properties: MapiProperties): void {
  const body = properties.get(ID.body);
  if (body !== undefined) found.text ??= wide(body, found.page);
  const html = properties.get(ID.html);
  if (html === undefined) return;
  const page = numberIn(properties.get(MORE_ID.htmlPage)?.data);
  found.html = wide(html, page ?? found.page);
}

function finished({ title, data, properties }: OpenFile, page: number): TnefFile {
  const word = (id: number): string => {
    const property = properties.get(id);
    return property === undefined ? '' : wide(property, page);
  };
  const inner = properties.get(ID.data)?.data ?? EMPTY;
  const content = data.length > 0 ? data : embedded(inner);
  return {
    filename: word(ID.longName) || text(title, page) || word(ID.name) || word(MORE_ID.displayName),
    mimeType: isTnef(content) ? 'application/ms-tnef' : word(MORE_ID.mimeType).toLowerCase(),
    contentId: word(MORE_ID.contentId) || null,
    content,
  };
}

/** A mail within a mail is a package again, after the id of its interface. */
const embedded = (data: Uint8Array): Uint8Array =>
  isTnef(data.subarray(16)) ? data.subarray(16) : data;

interface Attribute {
  readonly id: number;
  readonly data: Uint8Array;
}

/** One after the other: level, id, length, data, checksum. Checksums are not believed either way. */
function* attributes(bytes: Uint8Array): Generator<Attribute> {
  const view = viewOf(bytes);
  for (let at = HEAD_BYTES; at + 9 <= bytes.length;) {
    const length = view.getUint32(at + 5, true);
    const data = bytes.subarray(at + 9, at + 9 + length);
    yield { id: view.getUint16(at + 1, true), data };
    at += 9 + length + 2;
  }
}

const numberIn = (data: Uint8Array | undefined): number | null =>
  data === undefined || data.length < 4 ? null : viewOf(data).getUint32(0, true);

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
