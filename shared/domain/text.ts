/** What the domain does with texts that people wrote. */

/** Line breaks, tabs, other control characters, and the line and paragraph separators. */
const BREAKS = /[\p{Cc}\u2028\u2029\s]+/gu;
/** Marks that turn the direction of what follows: in one line they would turn their neighbours too. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Returns a text as one line of at most `max` UTF-16 units, without control and direction
 * characters, ending in an ellipsis when it was cut; no character a reader sees is cut in two.
 * Looks only at the beginning: a text may be megabytes long.
 */
export function oneLine(text: string, max: number): string {
  const line = text
    .slice(0, max * 4 + 256)
    .replace(DIRECTION_MARKS, '')
    .replace(BREAKS, ' ')
    .replace(LONE_SURROGATE, '\uFFFD')
    .trim();
  if (line.length <= max) return line;
  return `${line.slice(0, cutBefore(line, max - 1)).trimEnd()}…`;
}

/** The last boundary between seen characters at or before `index`; within one endless one, between code points. */
function cutBefore(line: string, index: number): number {
  const boundary = graphemes.segment(line).containing(index)?.index ?? index;
  if (boundary > 0) return boundary;
  const low = line.charCodeAt(index);
  return low >= 0xdc00 && low <= 0xdfff ? index - 1 : index;
}

/** Returns the form in which two texts count as the same: composed, LF line ends, no outer blanks. */
export const canonicalText = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
