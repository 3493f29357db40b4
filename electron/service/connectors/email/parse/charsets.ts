import { isAscii, isUtf8 } from 'node:buffer';

/*
 * What the parser leaves to its caller: bytes without a declared charset, and UTF-7.
 */

/** An encoded word (RFC 2047) whose bytes somebody forgot to encode. */
const BARE_WORD = /=\?[^?\s]{1,60}\?q\?[^?\n]{0,2000}\?=/gi;

/** Latin-1 keeps every byte as it is, there and back. */
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

const HEAD_LIMIT = 2 * 1024 * 1024;

/**
 * Returns the mail with its head as UTF-8: old programs write bytes of Windows-1252 there, which
 * would otherwise become U+FFFD. The body is the same; the mail itself is returned where nothing is to do.
 */
export function withReadableHead(raw: Uint8Array): Uint8Array {
  const end = headEnd(raw);
  const head = raw.subarray(0, end);
  if (isAscii(head) || isUtf8(head)) return raw;
  const escaped = latin1(head).replaceAll(BARE_WORD, (word) =>
    word.replaceAll(/[\x80-\xff]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`),
  );
  const text = new TextDecoder('windows-1252').decode(Buffer.from(escaped, 'latin1'));
  return Buffer.concat([Buffer.from(text, 'utf8'), raw.subarray(end)]);
}

/** Where the empty line stands that ends the head; the end when there is none near. */
export function headEnd(raw: Uint8Array): number {
  const limit = Math.min(raw.length, HEAD_LIMIT);
  for (let at = 0; at < limit; at += 1) {
    if (raw[at] !== 0x0a) continue;
    const next = raw[at + 1] === 0x0d ? raw[at + 2] : raw[at + 1];
    if (next === 0x0a) return at + 1;
  }
  return limit;
}

const LONG_BODY_BYTES = 64 * 1024;
const TAKEN_AS_IT_IS =
  /^content-type:[ \t]*(?:multipart|message)\/|^content-transfer-encoding:[^\n]*(?:\n[ \t][^\n]*)*?(?:base64|quoted)/im;

/**
 * Returns a long mail of one unencoded text with that text as quoted-printable. The parser keeps each
 * unencoded line as a piece of a Blob, 46 µs a line: a megabyte of empty lines would take a minute.
 */
export function withEncodedBody(raw: Uint8Array): Uint8Array {
  const end = headEnd(raw);
  if (raw.length - end < LONG_BODY_BYTES) return raw;
  const head = latin1(raw.subarray(0, end));
  if (TAKEN_AS_IT_IS.test(head)) return raw;
  const body = latin1(raw.subarray(end))
    .replaceAll('=', '=3D')
    .replaceAll(/ (?=\r?\n)/g, '=20');
  // Of a field that stands twice, the first counts.
  return Buffer.from(`Content-Transfer-Encoding: quoted-printable\r\n${head}${body}`, 'latin1');
}

const TEXT_FIELD = /^content-type:[ \t]*text\/(?:plain|html)\b[^\n]*(?:\n[ \t][^\n]*)*/gim;

/**
 * Returns the mail with `charset=windows-1252` on each text part that declares none, for a second
 * try at one whose text was no UTF-8; null when every part declares one.
 */
export function withAssumedCharset(raw: Uint8Array): Uint8Array | null {
  const text = latin1(raw);
  const end = headEnd(raw);
  let changed = false;
  const body = text.replaceAll(TEXT_FIELD, (field) => {
    if (/charset/i.test(field)) return field;
    changed = true;
    return field.replace(/^(content-type:[ \t]*text\/(?:plain|html))/i, '$1; charset=windows-1252');
  });
  if (/^content-type:/im.test(text.slice(0, end))) {
    return changed ? Buffer.from(body, 'latin1') : null;
  }
  return Buffer.from(`Content-Type: text/plain; charset=windows-1252\r\n${body}`, 'latin1');
}

/** Whether a text part of the mail says that it is UTF-7, which no current decoder reads. */
export function declaresUtf7(raw: Uint8Array): boolean {
  const near = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, HEAD_LIMIT));
  return mayNameUtf7(near) && UTF7_FIELD.test(near.toString('latin1'));
}

const UTF7_FIELD =
  /^content-type:[^\n]*(?:\n[ \t][^\n]*)*?charset[ \t]*=[ \t"]*(?:unicode-1-1-)?utf-7\b/im;

/** Whether `f-7` stands anywhere: nearly no mail has it, and looking for it costs next to nothing. */
function mayNameUtf7(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('-7'); at > 0; at = bytes.indexOf('-7', at + 2)) {
    if (bytes[at - 1] === 0x66 || bytes[at - 1] === 0x46) return true;
  }
  return false;
}

/** Decodes UTF-7 (RFC 2152) that was read as ASCII; what is not UTF-7 stays as it is. */
export const decodeUtf7 = (text: string): string =>
  text.replaceAll(/\+([A-Za-z0-9+/]*)-?/g, (whole, code: string) => {
    if (code === '') return whole === '+-' ? '+' : whole;
    const bytes = Buffer.from(code, 'base64');
    if (bytes.length < 2) return whole;
    return bytes
      .subarray(0, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le');
  });
