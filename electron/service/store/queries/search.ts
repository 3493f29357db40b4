/** From this many letters on a word also finds words that begin with it. */
const PREFIX_FROM = 2;

/**
 * What a person typed, as an FTS5 expression: every word must occur, longer ones as beginnings of
 * words. Each is quoted, so no sign of it is read as FTS5 syntax. Null when there is no letter or
 * digit in it, which finds nothing.
 */
export function searchExpression(text: string): string | null {
  const words = text
    .normalize('NFC')
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  return words.map((word) => quoted(word) + (isPrefix(word) ? '*' : '')).join(' ');
}

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const isPrefix = (word: string): boolean => [...word].length >= PREFIX_FROM;
