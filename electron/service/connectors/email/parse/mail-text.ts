import { compile } from 'html-to-text';

/**
 * The longest text that is taken over, in UTF-16 units, as for the other channels; what is longer is
 * cut, and a note among the set-aside items says so.
 */
export const MAX_TEXT_UNITS = 1_000_000;
/** The same for HTML, which carries its styles with it. */
export const MAX_HTML_UNITS = 4_000_000;

/** Made once: making it takes longer than most mails. */
const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 200, maxInputLength: MAX_HTML_UNITS },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
    { selector: 'table', format: 'block' },
  ],
});

/** Returns the plain text of HTML: quotes with `> `, links with their address, no pictures. Never throws. */
export function textOfHtml(html: string): string {
  const source = html.slice(0, MAX_HTML_UNITS);
  try {
    return convert(source);
  } catch {
    return source.replaceAll(/<[^>]{0,2000}>/g, ' ');
  }
}

/** Returns a text with LF line ends and without NULs (no database keeps them) or half characters. */
export const keptCharacters = (text: string): string =>
  text.replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').toWellFormed();
