import MarkdownIt from 'markdown-it';

/**
 * Emphasis, lists, links and quotes, and nothing else that a letter might hold by chance: no headings,
 * no code, no HTML. Links lead to web and mail addresses only (the library's own check).
 */
const marks = new MarkdownIt('zero', { html: false, breaks: true }).enable([
  'emphasis',
  'list',
  'link',
  'newline',
  'blockquote',
  'escape',
]);

/** Made by a mark that somebody set; a quote alone says the same in plain text. */
const FORMATTED = /<(?:strong|em|ul|ol|a) ?/;

/**
 * Returns the HTML form of a text with marks (`**bold**`, `*italic*`, `- list`, `[words](address)`), or
 * null where there are none: then plain text says all.
 */
export function formatted(text: string): string | null {
  const body = marks.render(text);
  if (!FORMATTED.test(body)) return null;
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${body}</body></html>\n`;
}
