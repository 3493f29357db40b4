/** A text with the part that a search found. */
export interface Match {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** Lower case without accents; as many UTF-16 units as the text, so that places stay the same. */
const plain = (text: string): string =>
  [...text]
    .map((sign) => {
      const base = sign.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
      return base.length === sign.length ? base : sign;
    })
    .join('');

/** Returns where `wanted` stands at the beginning of a word of `text`, or null. */
export function matchWord(text: string, wanted: string): Match | null {
  const needle = plain(wanted.trim());
  if (needle === '') return { before: text, found: '', after: '' };
  const hay = plain(text);
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    if (at > 0 && /[\p{L}\p{N}]/u.test(hay[at - 1] ?? '')) continue;
    const end = at + needle.length;
    return { before: text.slice(0, at), found: text.slice(at, end), after: text.slice(end) };
  }
  return null;
}
