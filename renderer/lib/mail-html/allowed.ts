import type { Config } from 'dompurify';
import { STYLE_ASIDE } from './aside.ts';

/** Elements that text, tables and pictures are made of; no name, form, frame, object or media. */
const TAGS = `a abbr address article aside b bdi bdo big blockquote body br caption center cite code col
  colgroup dd del dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr
  html i img ins kbd li main mark menu nav ol p pre q s samp section small span strike strong sub sup
  table tbody td tfoot th thead time tr tt u ul var wbr`;

/** `style` is read again by itself; `href` and `src` too. Nothing here loads but `src`. */
const ATTRIBUTES = `align alt bgcolor border cellpadding cellspacing class color colspan dir face height
  href id lang noshade nowrap rowspan scope size src start style title type valign value width`;

const words = (text: string): string[] => text.split(/\s+/);

/** What of a mail's HTML is left by the first pass. */
export const ALLOWED: Config & { RETURN_DOM: true } = {
  ALLOWED_TAGS: words(TAGS),
  ALLOWED_ATTR: [...words(ATTRIBUTES), STYLE_ASIDE],
  // It is no address, though it may look like one: `color:red`.
  ADD_URI_SAFE_ATTR: [STYLE_ASIDE],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true,
};
