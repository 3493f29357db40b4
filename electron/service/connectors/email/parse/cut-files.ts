import { randomBytes } from 'node:crypto';

/** A mail without the bulk of its files, and how many bytes each of them lacks, by its mark. */
export interface CutMail {
  readonly bytes: Uint8Array;
  readonly cuts: ReadonlyMap<string, number>;
}

/** Below it cutting costs more than decoding. */
const LEAST_BYTES = 8 * 1024;
/** The bodies of more files than this are not looked for: each costs a walk through the mail. */
const MOST_CUTS = 100;
const MARK_BYTES = 24;
/** Nobody who writes a mail can know it. */
const SECRET = randomBytes(16);

/**
 * Returns the mail with the long base64 bodies replaced by a mark each; null when it has none. What
 * looks like such a body need not be a file: whoever parses the rest sees whether each mark came back
 * at the beginning of one ({@link markOf}), and else takes the whole mail.
 */
export function cutFiles(raw: Uint8Array): CutMail | null {
  if (raw.byteLength < LEAST_BYTES) return null;
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const pieces: Uint8Array[] = [];
  const cuts = new Map<string, number>();
  let kept = 0;
  let edge = 0;
  for (const at of encodings(mail)) {
    const from = at < kept ? null : bodyAfter(mail, at);
    if (from === null) continue;
    // Looked for only once, however many bodies seem to begin before it.
    if (edge <= from) edge = boundaryAfter(mail, from);
    const body = { from, to: edge };
    const { length, decoded } = wholeLines(mail, body);
    if (length < LEAST_BYTES) continue;
    const mark = newMark(cuts.size);
    cuts.set(mark.toString('hex'), decoded - MARK_BYTES);
    pieces.push(mail.subarray(kept, body.from), Buffer.from(`${mark.toString('base64')}\r\n`));
    kept = body.from + length;
  }
  if (cuts.size === 0) return null;
  return { bytes: Buffer.concat([...pieces, mail.subarray(kept)]), cuts };
}

/** Returns the mark at the beginning of a file's bytes, as the key of {@link CutMail.cuts}. */
export const markOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, Math.min(byteLength, MARK_BYTES)).toString('hex');

function newMark(index: number): Buffer {
  const mark = Buffer.alloc(MARK_BYTES);
  SECRET.copy(mark);
  mark.writeUInt32BE(index, SECRET.length);
  return mark;
}

/** Where a head may say `base64`, as programs write it; another spelling only costs time. */
function encodings(mail: Buffer): readonly number[] {
  const found: number[] = [];
  for (const word of ['base64', 'BASE64', 'Base64']) {
    let at = mail.indexOf(word);
    for (let count = 0; at >= 0 && count < MOST_CUTS; count += 1) {
      found.push(at);
      at = mail.indexOf(word, at + word.length);
    }
  }
  return found.toSorted((a, b) => a - b).slice(0, MOST_CUTS);
}

interface Body {
  readonly from: number;
  /** Where a boundary stands, or the mail ends. */
  readonly to: number;
}

const HEAD_REACH = 4 * 1024;

/** Where the body begins below the part's head that this position is in. */
function bodyAfter(mail: Buffer, at: number): number | null {
  const near = mail.toString('latin1', at, at + HEAD_REACH);
  const end = /\n\r?\n/.exec(near);
  return end === null ? null : at + end.index + end[0].length;
}

function boundaryAfter(mail: Buffer, from: number): number {
  const at = mail.indexOf('\n--', from);
  return at < 0 ? mail.length : at;
}

const LF = 0x0a;
const CR = 0x0d;

const IS_BASE64 = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') {
  IS_BASE64[letter.charCodeAt(0)] = 1;
}

/** How far the body is lines like its first, of whole groups of four, and what they decode to. */
function wholeLines(mail: Buffer, { from, to }: Body): { length: number; decoded: number } {
  const line = mail.indexOf(LF, from) + 1 - from;
  const letters = mail[from + line - 2] === CR ? line - 2 : line - 1;
  if (letters < 16 || letters > 1000 || letters % 4 !== 0) return { length: 0, decoded: 0 };
  let at = from;
  for (; at + line <= to; at += line) {
    const end = at + letters;
    let here = at;
    while (here < end && IS_BASE64[mail[here] ?? 0] === 1) here += 1;
    const isWhole = here === end && mail[at + line - 1] === LF;
    if (!isWhole || (letters === line - 2 && mail[end] !== CR)) break;
  }
  const length = at - from;
  return { length, decoded: (length / line) * (letters / 4) * 3 };
}
