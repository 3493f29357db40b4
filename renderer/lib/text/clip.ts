/** A text as far as it is shown, and how much of it is left. */
export interface Clipped {
  readonly shown: string;
  readonly hiddenCharacters: number;
}

/** Lines count as much as characters: ten thousand line breaks are a screen that never ends. */
const CHARACTERS_PER_LINE = 60;

/** Returns at most `budget` characters of `text`, never half a surrogate pair. */
export function clip(text: string, budget: number): Clipped {
  if (text.length * CHARACTERS_PER_LINE <= budget) return { shown: text, hiddenCharacters: 0 };
  let spent = 0;
  let end = 0;
  while (end < text.length && spent < budget) {
    spent += text.charCodeAt(end) === 10 ? CHARACTERS_PER_LINE : 1;
    end += 1;
  }
  const last = text.charCodeAt(end - 1);
  if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
  return { shown: text.slice(0, end), hiddenCharacters: text.length - end };
}
