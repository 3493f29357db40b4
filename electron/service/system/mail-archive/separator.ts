/** Longest line that is looked at: separators and names of headers are short. */
const LONGEST_LINE = 1_000;
const LF = 0x0a;
const CR = 0x0d;

/** A header; some programs leave an escaped separator of their own above the first one. */
const BEGINS_MAIL = /^(?:[!-9;-~]+[ \t]*:|>?From )/;
/** An hour and a year in either order: every dialect dates its separators. */
const DATED = /\d{1,2}:\d{2}.*\b\d{4}\b|\b\d{4}\b.*\d{1,2}:\d{2}/;
/** Without a date: nothing but somebody, as some programs write. */
const BARE = /^From \S+\s*$/;
const ZONE = /[+-]\d{2}:?\d{2}\b|\b(?:UTC|GMT|Z)\b/i;

/** A line that parts two mails of an mbox. */
export interface Separator {
  /** Where the mail begins. */
  readonly next: number;
  readonly deliveredAtMs: number | null;
}

/**
 * Returns what stands at `at`, the beginning of a line: a separator, `no`, or `more` when too few bytes
 * are here to tell. A sentence that begins with "From " is none: a separator is dated, or stands after
 * an empty line with nothing but a name; and a header follows it.
 */
export function separatorAt(bytes: Buffer, at: number, ended: boolean): Separator | 'no' | 'more' {
  if (bytes.toString('latin1', at, at + 5) !== 'From ') {
    return bytes.length - at < 5 && !ended ? 'more' : 'no';
  }
  const line = lineAt(bytes, at, ended);
  if (line === null || line === 'more') return line ?? 'no';
  const following = lineAt(bytes, line.end, ended);
  if (following === null || following === 'more') return following ?? 'no';
  const isDated = DATED.test(line.text);
  const parts = isDated || (BARE.test(line.text) && isAfterEmptyLine(bytes, at));
  if (!parts || !BEGINS_MAIL.test(following.text)) return 'no';
  return { next: line.end, deliveredAtMs: isDated ? dateOf(line.text) : null };
}

interface Line {
  readonly text: string;
  /** Where the next one begins. */
  readonly end: number;
}

/** Null: it is longer than any that counts. */
function lineAt(bytes: Buffer, at: number, ended: boolean): Line | 'more' | null {
  const end = bytes.indexOf(LF, at);
  const length = (end === -1 ? bytes.length : end) - at;
  if (length > LONGEST_LINE) return null;
  if (end === -1 && !ended) return 'more';
  return { text: bytes.toString('latin1', at, at + length), end: at + length + 1 };
}

function isAfterEmptyLine(bytes: Buffer, at: number): boolean {
  if (at === 0) return true;
  if (bytes[at - 1] !== LF) return false;
  return bytes[at - 2] === LF || (bytes[at - 2] === CR && bytes[at - 3] === LF) || at === 1;
}

function dateOf(line: string): number | null {
  const date = line.replace(/^From \S*\s*/, '').trim();
  const ms = Date.parse(ZONE.test(date) ? date : `${date} +0000`);
  return Number.isNaN(ms) ? null : ms;
}
