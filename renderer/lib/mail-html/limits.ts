/**
 * Beyond these the plain text is shown: characters of the source and of its words, tags, elements
 * within each other as written and as parsed. Sizes of mails that people read are a tenth of them.
 */
const LIMITS = { source: 10_000_000, words: 1_000_000, tags: 40_000, open: 1_000, depth: 256 };

/** Elements that have no end, or whose end is often left out. */
const OPEN_ENDED =
  /^(?:area|base|body|br|col|dd|dt|head|hr|html|img|input|li|link|meta|option|p|param|source|td|th|tr|wbr|!|\?)/i;

/** Whether a source can be parsed within a blink. Reads it once, without understanding it. */
export function isParsable(html: string): boolean {
  if (html.length > LIMITS.source) return false;
  let tags = 0;
  let open = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    tags += 1;
    const isEnd = html.charAt(at + 1) === '/';
    if (isEnd) open = Math.max(0, open - 1);
    else if (!OPEN_ENDED.test(html.slice(at + 1, at + 8))) open += 1;
    if (tags > LIMITS.tags || open > LIMITS.open) return false;
  }
  return true;
}

/** Whether a parsed document can be laid out: elements within each other, and its words. */
export function isReadable(root: Element): boolean {
  if ((root.textContent?.length ?? 0) > LIMITS.words) return false;
  let level: readonly Element[] = [root];
  for (let depth = 0; depth <= LIMITS.depth; depth += 1) {
    if (level.length === 0) return true;
    level = level.flatMap((element) => [...element.children]);
  }
  return false;
}
