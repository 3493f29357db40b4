/** Returns up to two letters that stand for a name: `Giulia R.` → `GR`; `?` for nobody. */
export function initials(name: string | null): string {
  const words = (name ?? '').split(/[\s\-_.]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = [...(words[0] ?? '')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
