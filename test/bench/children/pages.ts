/** Serves practice pages to a benchmark until its stdin ends: a process of its own, not measured. */
import { startPracticePage, type PracticePage } from '../../../electron/service/practice/index.ts';
import { fastClock } from '../../support/fast-clock.ts';
import type { PagesWanted, ServedPage } from '../processes.ts';

const wanted = JSON.parse(process.argv[2] ?? '') as PagesWanted;
const clock = fastClock(wanted.epochMs, wanted.factor);

function served({ url, pageId, token, control }: PracticePage): ServedPage {
  return { url, pageId, token, comments: control.snapshot().comments.length };
}

/** Somebody comments on the newest post now and then: the ordinary life of a page. */
function live(page: PracticePage, everyMs: number): void {
  const newest = page.control.snapshot().posts.at(-1)?.id;
  if (newest === undefined) return;
  const write = (): void => {
    page.control.writeComment({ parent: newest, text: 'Quando riaprite lo sportello?' });
  };
  setInterval(write, everyMs / wanted.factor).unref();
}

const pages = await Promise.all(
  Array.from({ length: wanted.pages }, (_, index) => {
    const { posts, comments } = wanted;
    const world = { kind: 'bulk', seed: index + 1, posts, comments } as const;
    return startPracticePage({ port: 0, world, clock, journalFile: null });
  }),
);
console.log(JSON.stringify(pages.map(served)));
if (wanted.commentEveryMs !== null) for (const page of pages) live(page, wanted.commentEveryMs);
process.stdin.resume().once('end', () => process.exit());
