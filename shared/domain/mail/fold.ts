import { attributionAt, beginsOriginal } from './quote-marks.ts';
import { signatureStart } from './signature-marks.ts';
import type { FoldedText } from './types.ts';

/** Lines beyond this are not looked at: they count as quoted when the quote began, else as visible. */
const MAX_LINES = 20_000;

type Kind = 'own' | 'quoted';

/**
 * Takes a mail's plain text apart for reading: what its writer wrote now, what is quoted or
 * forwarded, and the signature. Nothing is lost: each line is in one of the three. Answers between
 * quoted lines stay visible. When everything is quoted (a bare forward), all of it is visible, so
 * that no mail looks empty.
 */
export function foldText(text: string): FoldedText {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const kinds = kindsOf(lines);
  const own = lines.filter((_, index) => kinds[index] === 'own');
  const quoted = lines.filter((_, index) => kinds[index] === 'quoted');
  const cut = signatureStart(own);
  const visible = trimmed(own.slice(0, cut));
  if (visible !== '') {
    return { visible, quoted: trimmed(quoted), signature: trimmed(own.slice(cut)) };
  }
  if (quoted.length === 0) return { visible: trimmed(own), quoted: '', signature: '' };
  return { visible: trimmed(lines), quoted: '', signature: '' };
}

/** Says of each line whether its writer wrote it now. */
function kindsOf(lines: readonly string[]): readonly Kind[] {
  const kinds: Kind[] = [];
  while (kinds.length < lines.length) {
    const at = kinds.length;
    if (at >= MAX_LINES) return padded(kinds, lines.length, kinds.at(-1) ?? 'own');
    if (beginsOriginal(lines, at)) return padded(kinds, lines.length, 'quoted');
    const attribution = isQuote(lines[at]) ? 0 : attributionAt(lines, at);
    if (attribution === 0) {
      kinds.push(isQuote(lines[at]) || isGap(lines, kinds) ? 'quoted' : 'own');
      continue;
    }
    padded(kinds, at + attribution, 'quoted');
    const next = nextFilled(lines, at + attribution);
    // What follows an attribution without quote marks is the quote, down to the end.
    if (!isQuote(lines[next])) return padded(kinds, lines.length, 'quoted');
  }
  return kinds;
}

/** An empty line right below a quote goes with it. */
const isGap = (lines: readonly string[], kinds: readonly Kind[]): boolean =>
  lines[kinds.length]?.trim() === '' && kinds.at(-1) === 'quoted';

const isQuote = (line: string | undefined): boolean => line !== undefined && /^\s{0,3}>/.test(line);

function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  return at;
}

function padded(kinds: Kind[], length: number, kind: Kind): Kind[] {
  while (kinds.length < length) kinds.push(kind);
  return kinds;
}

/** Without empty lines around; the first line keeps its indent. */
const trimmed = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
