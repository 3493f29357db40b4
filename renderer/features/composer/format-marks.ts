/** Simple formatting, set as marks in the text: the service makes the HTML part from them. */
export const MARKS = ['bold', 'italic', 'list', 'link'] as const;

export type Mark = (typeof MARKS)[number];

/** A text with what is selected in it. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What replaces the stretch from `start` to `end`, and what is selected then. */
export interface Replacement extends Selected {
  readonly selectStart: number;
  readonly selectEnd: number;
}

const AROUND = { bold: '**', italic: '*' } as const;
const ADDRESS = 'https://';

/** Returns what a mark changes. Blanks at the ends stay outside: a mark beside a blank is none. */
export function marked(mark: Mark, { text, start, end }: Selected): Replacement {
  const chosen = text.slice(start, end);
  if (mark === 'list') return asList(text, start, end);
  const from = start + (chosen.length - chosen.trimStart().length);
  const words = chosen.trim();
  if (mark === 'link') {
    const link = `[${words}](${ADDRESS})`;
    const at = from + words.length + 3;
    return {
      text: link,
      start: from,
      end: from + words.length,
      selectStart: words === '' ? from + 1 : at,
      selectEnd: words === '' ? from + 1 : at + ADDRESS.length,
    };
  }
  const sign = AROUND[mark];
  return {
    text: `${sign}${words}${sign}`,
    start: from,
    end: from + words.length,
    selectStart: from + sign.length,
    selectEnd: from + sign.length + words.length,
  };
}

/** Whole lines, each with a dash; a list stands apart from what is above it. */
function asList(text: string, start: number, end: number): Replacement {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const items = text
    .slice(from, to)
    .split('\n')
    .map((line) => (line.startsWith('- ') ? line : `- ${line}`))
    .join('\n');
  const above = text.slice(0, from);
  const gap = above.trim() === '' || above.endsWith('\n\n') || /(?:^|\n)- .*\n$/.test(above);
  const list = `${gap ? '' : '\n'}${items}`;
  const at = from + list.length;
  return { text: list, start: from, end: to, selectStart: at, selectEnd: at };
}
