/** Control and format characters (bidi, zero-width), and the two separators that break lines. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;
const MAX_UNITS = 200;

/**
 * Returns the name a file may be shown under: the last step of what the sender wrote, as one line,
 * without characters that are not seen or turn the direction (`evil\u202Egpj.exe`), at most 200 UTF-16
 * units with its extension kept. Empty: it has none. Never a path, and still never used as one.
 */
export function displayFileName(raw: string | null | undefined): string {
  const last =
    (raw ?? '')
      .slice(0, 4096)
      .replaceAll(UNSEEN, '')
      .split(/[/\\]/)
      .findLast((step) => step.trim() !== '') ?? '';
  const name = last.replaceAll(/\s+/g, ' ').trim();
  if (/^\.*$/.test(name)) return '';
  if (name.length <= MAX_UNITS) return name;
  const extension = /\.[^.\s]{1,16}$/.exec(name)?.[0] ?? '';
  const kept = name.slice(0, MAX_UNITS - extension.length - 1);
  return `${kept.replace(/[\uD800-\uDBFF]$/, '')}…${extension}`;
}
