/** An element that loads what it names even in a document that nobody shows. */
const LOADS_AT_ONCE = /<track\b/gi;

/**
 * Where `style` attributes wait while a mail is taken apart. The policy of our page refuses them in
 * every document that it makes, seen or not, and says so each time: two thousand of them cost seconds.
 */
export const STYLE_ASIDE = 'data-mail-style';

/**
 * Returns a source that can be parsed in peace: its `style` attributes are aside (one that is missed is
 * found as what it is), and nothing in it loads. The second is our policy's word too.
 */
export const quieten = (html: string): string =>
  html
    .replace(LOADS_AT_ONCE, '<wbr ')
    .replace(/<[a-z][^>]{5,}/gi, (tag) =>
      tag.replace(/([\s"'/])style(?=\s*=)/gi, `$1${STYLE_ASIDE}`),
    );

/** Puts them back into written HTML, where only an attribute is followed by `="`. */
export const putStylesBack = (html: string): string =>
  html.replaceAll(` ${STYLE_ASIDE}="`, ' style="');

/** Returns what an element's style was said to be. */
export const styleAside = (element: Element): string =>
  element.getAttribute(STYLE_ASIDE) ?? element.getAttribute('style') ?? '';

export const setStyleAside = (element: Element, css: string): void => {
  element.removeAttribute('style');
  if (css === '') element.removeAttribute(STYLE_ASIDE);
  else element.setAttribute(STYLE_ASIDE, css);
};
