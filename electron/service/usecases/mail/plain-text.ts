/** Control characters but blanks; escapes colour some logs. What holds others is no text. */
const NO_TEXT = /(?!\s)\p{Cc}/u;
const ESCAPE = '\u001B';

/**
 * Returns the beginning of a text file, at most `max` characters, as UTF-8, as UTF-16 where its first
 * bytes say so, or as Windows-1252. Null: it is no text.
 */
export function plainText(
  bytes: Uint8Array,
  max: number,
): { readonly text: string; readonly isCut: boolean } | null {
  // Four bytes hold any character.
  const head = bytes.subarray(0, max * 4);
  const whole = decoded(head, head.length < bytes.length);
  if (NO_TEXT.test(whole.replaceAll(ESCAPE, ''))) return null;
  const text = whole
    .slice(0, max)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  return { text, isCut: head.length < bytes.length || whole.length > max };
}

function decoded(bytes: Uint8Array, isCut: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
