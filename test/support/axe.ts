import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds at a page, with the parts that it means; one line each. */
interface Finding {
  readonly rule: string;
  readonly impact: string;
  readonly nodes: readonly string[];
}

const BAD: ReadonlySet<string> = new Set(['serious', 'critical']);

/**
 * Returns the serious and critical findings of axe-core on what the window shows. The page's policy
 * allows no further scripts, so the checker comes in through the debugger.
 */
export async function seriousFindings(page: Page): Promise<readonly Finding[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const checker = Reflect.get(globalThis, 'axe') as typeof axe;
    const { violations } = await checker.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, nodes }) => ({
      rule: id,
      impact: impact ?? 'minor',
      nodes: nodes.map((node) => node.html),
    }));
  });
  return found.filter(({ impact }) => BAD.has(impact));
}
