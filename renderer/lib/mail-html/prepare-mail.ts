import DOMPurify from 'dompurify';
import { ALLOWED } from './allowed.ts';
import { quieten, putStylesBack, setStyleAside, STYLE_ASIDE, styleAside } from './aside.ts';
import { framePage, type MailColours } from './frame-page.ts';
import { isParsable, isReadable } from './limits.ts';
import { readLink } from './link.ts';
import { placePictures, type PictureSources } from './pictures.ts';
import { inlineStyles, isPainted, styleSheet, type SafeStyle } from './style.ts';

/** A mail that can be shown in a frame. */
export interface PreparedMail {
  /** One whole HTML document that loads nothing and runs nothing. */
  readonly document: string;
  /** Pictures that lie elsewhere and were not fetched, by address. */
  readonly remoteImages: readonly string[];
  /** Where its links lead. */
  readonly links: readonly string[];
}

export interface PrepareOptions extends PictureSources {
  readonly colours: MailColours;
}

/**
 * Makes of a stranger's HTML one document for the mail frame. Null when there is nothing in it to see
 * or when it is too large, or too deep, for a window that must not stand still.
 */
export function prepareMail(html: string, options: PrepareOptions): PreparedMail | null {
  if (!isParsable(html)) return null;
  const parsed = new DOMParser().parseFromString(quieten(html), 'text/html');
  const sheets = [...parsed.querySelectorAll('style')].map(({ textContent }) => textContent ?? '');
  const root = DOMPurify.sanitize(parsed.documentElement, ALLOWED);
  const body = root instanceof Element ? root.querySelector('body') : null;
  if (body === null || !isReadable(body)) return null;
  const styles = [...sheets.map(styleSheet), ...restyle(body)];
  const remoteImages = placePictures(body, options);
  const links = placeLinks(body);
  if (isEmpty(body)) return null;
  const page = {
    body: putStylesBack(body.outerHTML),
    css: styles.map(({ css }) => css).join('\n'),
    paints: styles.some(({ paints }) => paints),
  };
  return { document: framePage(page, options.colours), remoteImages, links };
}

/** Reads each `style` again. What stays is written into the attribute, and returned without its text. */
function restyle(body: Element): readonly SafeStyle[] {
  const read = inlineStyles();
  const styles: SafeStyle[] = [];
  for (const element of [body, ...body.querySelectorAll(`[${STYLE_ASIDE}], [style], [bgcolor]`)]) {
    const { css, paints } = read(styleAside(element));
    setStyleAside(element, css);
    styles.push({ css: '', paints: paints || isPainted(element.getAttribute('bgcolor') ?? '') });
  }
  return styles;
}

/** Leaves links that may be followed, says their whole address, and the truth beside those that lie. */
function placeLinks(body: Element): readonly string[] {
  const links: string[] = [];
  for (const element of body.querySelectorAll('[href]')) {
    const link = readLink(element.getAttribute('href') ?? '', element.textContent ?? '');
    element.removeAttribute('href');
    if (link === null || element.tagName !== 'A') continue;
    element.setAttribute('title', link.address);
    if (link.truth !== null) element.after(truthBeside(element.ownerDocument, link.truth));
    if (link.href === null) continue;
    element.setAttribute('href', link.href);
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
    links.push(link.href);
  }
  return links;
}

function truthBeside(document: Document, truth: string): HTMLElement {
  const beside = document.createElement('bdi');
  beside.className = 'riscontro-truth';
  beside.dir = 'ltr';
  beside.textContent = truth;
  return beside;
}

const isEmpty = (body: Element): boolean =>
  body.textContent?.trim() === '' && body.querySelector('img, .riscontro-picture') === null;
