/**
 * Style sheets of mails, read by the browser's own parser in a sheet that belongs to no document, and
 * written anew from what it understood. Whatever loads, moves out of place or follows the frame's
 * height is left out.
 */

const PROPERTIES =
  /^(?:color|opacity|visibility|display|direction|unicode-bidi|float|clear|vertical-align|box-sizing|background-color|border-(?!image).*|outline-(?:color|style|width)|padding-.*|margin-.*|(?:min-|max-)?(?:width|height)|font-(?:family|size|style|weight|stretch|variant.*)|line-height|letter-spacing|word-spacing|text-(?:align.*|decoration-(?:line|style|color|thickness)|indent|transform|overflow|shadow)|white-space.*|word-break|overflow-wrap|hyphens|tab-size|table-layout|caption-side|empty-cells|list-style-(?:type|position)|overflow-[xy]|flex-.*|order|align-(?:items|content|self)|justify-(?:items|content|self)|row-gap|column-gap)$/;
const FUNCTIONS: ReadonlySet<string> = new Set([
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'calc',
  'min',
  'max',
  'clamp',
  'counter',
]);
/** Lengths that grow with the frame, which grows with what it shows. */
const OF_HEIGHT = /\d(?:[sld]?v(?:h|min|max|b)|cq(?:h|b|min|max))\b/i;
/** Covers what stands beside, or throws text out of sight. */
const MOVES_BACK = /^(?:margin-.*|text-indent)$/;
const NO_COLOUR =
  /^(?:|transparent|white|#fff(?:fff)?|rgb\(255, 255, 255\)|rgba\(.*, 0\)|inherit|initial|unset|revert|currentcolor)$/i;

const MAX_RULES = 5_000;
const MAX_SHEET = 500_000;
const MAX_SELECTOR = 500;

/** Style as it may be shown. */
export interface SafeStyle {
  readonly css: string;
  /** It gives something a background of its own other than white. */
  readonly paints: boolean;
}

/** Whether a value of `bgcolor` or `background-color` is a colour other than white. */
export const isPainted = (colour: string): boolean => !NO_COLOUR.test(colour.trim());

function isSafe(property: string, value: string): boolean {
  if (!PROPERTIES.test(property) || value === '' || /[<\\]/.test(value)) return false;
  if (OF_HEIGHT.test(value)) return false;
  if (MOVES_BACK.test(property) && /^-|calc|min|max|clamp/.test(value)) return false;
  return [...value.matchAll(/([\w-]*)\(/g)].every(([, name = '']) =>
    FUNCTIONS.has(name.toLowerCase()),
  );
}

/** Takes out of a declaration block what may not stay. */
function purge(style: CSSStyleDeclaration): SafeStyle {
  // A list of its own: the block shrinks meanwhile.
  const properties = Array.from(style);
  for (const property of properties) {
    if (!isSafe(property, style.getPropertyValue(property))) style.removeProperty(property);
  }
  return { css: style.cssText, paints: isPainted(style.backgroundColor) };
}

/** Reads `style` attributes, one after the other in the same sheet. */
export function inlineStyles(): (text: string) => SafeStyle {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('x{}');
  const [rule] = sheet.cssRules;
  return (text) => {
    if (!(rule instanceof CSSStyleRule)) return { css: '', paints: false };
    // What a mail insists on would win over what we must insist on.
    rule.style.cssText = text.replace(/!\s*important/gi, '');
    return purge(rule.style);
  };
}

/** Reads a `style` element. Fonts, imports, animations and what they need are left out. */
export function styleSheet(text: string): SafeStyle {
  if (text.length > MAX_SHEET) return { css: '', paints: false };
  const sheet = new CSSStyleSheet();
  try {
    sheet.replaceSync(text.replace(/@import/gi, '@left-out'));
  } catch {
    return { css: '', paints: false };
  }
  return rules(sheet.cssRules, 0);
}

function rules(list: CSSRuleList, depth: number): SafeStyle {
  const safe = [...list].slice(0, MAX_RULES).map((rule) => safeRule(rule, depth));
  return {
    css: safe.map(({ css }) => css).join('\n'),
    paints: safe.some(({ paints }) => paints),
  };
}

function safeRule(rule: CSSRule, depth: number): SafeStyle {
  if (rule instanceof CSSStyleRule) {
    const { selectorText } = rule;
    const { css, paints } = purge(rule.style);
    const stays =
      css !== '' && selectorText.length <= MAX_SELECTOR && !/[<\\]|:has\(/i.test(selectorText);
    return stays ? { css: `${selectorText}{${css}}`, paints } : { css: '', paints: false };
  }
  if (rule instanceof CSSMediaRule && depth < 3) {
    const condition = rule.media.mediaText;
    // A mail stands on white paper or in our own colours (decision 0120): it does not choose.
    if (/[<\\]|prefers-color-scheme/i.test(condition)) return { css: '', paints: false };
    const inner = rules(rule.cssRules, depth + 1);
    return { css: `@media ${condition}{${inner.css}}`, paints: inner.paints };
  }
  return { css: '', paints: false };
}
