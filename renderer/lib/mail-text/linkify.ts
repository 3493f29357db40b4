import { readLink } from '../mail-html/link.ts';

/** A stretch of a plain text: words, or a link as it was written. */
export interface TextPart {
  readonly text: string;
  /** Where it leads; null: nowhere. */
  readonly href: string | null;
  /** The whole address, for links. */
  readonly address: string | null;
  /** The true host, where the spelling may deceive; it stands beside the words. */
  readonly truth: string | null;
}

const CANDIDATE =
  /(?:https?:\/\/|www\.|mailto:)[^\s<>"\u201c\u201d\u00ab\u00bb]{1,4000}|[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu;
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Takes a plain text apart at its web and mail addresses; the parts in a row are the text. */
export function linkify(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const written = trimEnd(match[0]);
    const link = readLink(addressOf(written), '');
    if (link === null) continue;
    if (match.index > at) parts.push(words(text.slice(at, match.index)));
    parts.push({ ...link, text: written });
    at = match.index + written.length;
  }
  if (at < text.length) parts.push(words(text.slice(at)));
  return parts;
}

const words = (text: string): TextPart => ({ text, href: null, address: null, truth: null });

function addressOf(written: string): string {
  if (/^(?:https?:|mailto:)/i.test(written)) return written;
  return /^www\./i.test(written) ? `https://${written}` : `mailto:${written}`;
}

/** A sentence's end is not the address's; a bracket belongs to it when it was opened in it. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0) {
    const last = text.charAt(end - 1);
    const opens = CLOSES[last];
    const isSurplus =
      opens === undefined
        ? /[.,;:!?'\u2019*_~|>\p{Cf}]/u.test(last)
        : count(text, last, end) > count(text, opens, end);
    if (!isSurplus) break;
    end -= 1;
  }
  return text.slice(0, end);
}

function count(text: string, character: string, end: number): number {
  let found = 0;
  for (let at = 0; at < end; at += 1) if (text.charAt(at) === character) found += 1;
  return found;
}
