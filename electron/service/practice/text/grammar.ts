import type { Random } from '../world/random.ts';

/**
 * Sentences with choices: `[ciao|salve|]` takes one (perhaps nothing), `{street}` is filled in.
 * Choices may nest.
 */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] };

/** Gives a slot its value; the same one for the same name within a conversation. */
export type Slots = (name: string) => string;

interface Reader {
  readonly text: string;
  at: number;
}

const parsed = new Map<string, readonly Part[]>();

function readChoice(reader: Reader): Part {
  const options: (readonly Part[])[] = [];
  do {
    reader.at += 1;
    options.push(readParts(reader, '|]'));
  } while (reader.text[reader.at] === '|');
  reader.at += 1;
  return { kind: 'choice', options };
}

function readParts(reader: Reader, until: string): readonly Part[] {
  const parts: Part[] = [];
  while (reader.at < reader.text.length && !until.includes(reader.text[reader.at] ?? '')) {
    const sign = reader.text[reader.at];
    if (sign === '[') parts.push(readChoice(reader));
    else if (sign === '{') {
      const end = reader.text.indexOf('}', reader.at);
      parts.push({ kind: 'slot', name: reader.text.slice(reader.at + 1, end) });
      reader.at = end + 1;
    } else {
      const start = reader.at;
      while (
        reader.at < reader.text.length &&
        !`[{${until}`.includes(reader.text[reader.at] ?? '')
      ) {
        reader.at += 1;
      }
      parts.push({ kind: 'text', text: reader.text.slice(start, reader.at) });
    }
  }
  return parts;
}

function partsOf(template: string): readonly Part[] {
  const known = parsed.get(template);
  if (known !== undefined) return known;
  const parts = readParts({ text: template, at: 0 }, '');
  parsed.set(template, parts);
  return parts;
}

function write(parts: readonly Part[], random: Random, slots: Slots): string {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'slot') text += slots(part.name);
    else text += write(random.pick(part.options), random, slots);
  }
  return text;
}

const FIRST_LETTER = /(^|[.!?…]\s+)(\p{Ll})/gu;

/** Returns one reading of `template`, tidy: single spaces, capitals after full stops. */
export function expand(template: string, random: Random, slots: Slots): string {
  return write(partsOf(template), random, slots)
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ([,.!?])/g, '$1')
    .trim()
    .replaceAll(FIRST_LETTER, (_, before: string, letter: string) => before + letter.toUpperCase());
}
