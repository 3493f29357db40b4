import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ReadEnd, ReadPlan, ReadStep } from '../../ports/connector.ts';
import { POST_FIELDS } from './graph-schemas.ts';
import { mapPost, type ReadPost } from './map.ts';
import { readPages, type Edge, type Page, type Reading } from './paging.ts';
import { readMissingPosts } from './read-missing.ts';
import { createPostMarks, readPost, type PostMarks } from './read-post.ts';
import { readTagged } from './read-tagged.ts';
import { endsTheRead, mayNotBeSeen, readStep } from './steps.ts';

/** Posts asked for at once; larger pages of posts with their fields are refused at times. */
const FEED_LIMIT = 50;

const feedOf = (pageId: string, depth: ReadPlan['depth']): Edge => ({
  nodeId: pageId,
  name: 'feed',
  params: { fields: POST_FIELDS, include_hidden: 'true' },
  limit: FEED_LIMIT,
  maxPages: depth === 'index' ? 1 : Number.POSITIVE_INFINITY,
});

/**
 * Reads the page's feed (own posts, visitors' posts, mentions) and the comments of every post that
 * the plan asks for. A list that breaks is a failure in a step and the rest goes on; the read as a
 * whole fails when nothing else can be read either, or when the feed does not even begin.
 */
export async function* readPage(
  reading: Reading,
  plan: ReadPlan,
): AsyncGenerator<ReadStep, Result<ReadEnd, AppError>, undefined> {
  const marks = createPostMarks();
  const feed = yield* readFeed(reading, plan, marks);
  if (!feed.ok) return feed;
  if (plan.depth === 'complete' && feed.value.ended) {
    const missing = yield* readMissingPosts(reading, plan, marks);
    if (!missing.ok) return missing;
  }
  return ok({ complete: marks.allRead(), posts: marks.posts() });
}

/** Reads the feed with its comments; `ended` says whether it was read as far as the plan wants. */
async function* readFeed(
  reading: Reading,
  plan: ReadPlan,
  marks: PostMarks,
): AsyncGenerator<ReadStep, Result<{ readonly ended: boolean }, AppError>, undefined> {
  const pageId = reading.account.externalId;
  const pages = readPages(reading, feedOf(pageId, plan.depth));
  let tagged: ReadonlySet<string> | undefined;
  let begun = false;
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    begun = true;
    let feed = mapFeed(reading, page.value, tagged);
    if (feed.posts.some((post) => post.unplaced)) {
      const found = yield* readMentions(reading, plan, marks);
      if (!found.ok) return found;
      tagged = found.value;
      feed = mapFeed(reading, page.value, tagged);
    }
    yield feed.step;
    for (const post of feed.posts) {
      if (marks.has(post.id)) continue;
      const read = yield* readPost({ reading, plan, marks }, post);
      if (!read.ok) return read;
    }
  }
  if (page.value.ok) return ok({ ended: true });
  const { error } = page.value;
  if (!begun || endsTheRead(error) || reading.signal.aborted) return err(error);
  marks.failed(pageId);
  yield readStep({ failures: [{ rootExternalId: pageId, error }] });
  return ok({ ended: false });
}

/** The list of mentions, once per read and only when a post does not say where it stands. */
async function* readMentions(
  reading: Reading,
  plan: ReadPlan,
  marks: PostMarks,
): AsyncGenerator<ReadStep, Result<ReadonlySet<string>, AppError>, undefined> {
  const found = await readTagged(reading, plan.depth);
  if (found.ok) return found;
  const { error } = found;
  if (endsTheRead(error) || reading.signal.aborted) return err(error);
  if (!mayNotBeSeen(error)) {
    const rootExternalId = `${reading.account.externalId}/tagged`;
    marks.failed(rootExternalId);
    yield readStep({ failures: [{ rootExternalId, error }] });
  }
  return ok(new Set());
}

function mapFeed(
  reading: Reading,
  page: Page,
  tagged: ReadonlySet<string> | undefined,
): { readonly posts: readonly ReadPost[]; readonly step: ReadStep } {
  const pageId = reading.account.externalId;
  const at = { pageId, nowMs: reading.now(), ...(tagged === undefined ? {} : { tagged }) };
  const mapped = page.items.map((raw) => mapPost(raw, at, `${pageId}/feed`));
  const posts = mapped.flatMap((one) => (one.ok ? [one.value] : []));
  const step = readStep({
    contexts: posts.flatMap((post) => post.context ?? []),
    messages: posts.flatMap((post) => post.message ?? []),
    setAside: mapped.flatMap((one) => (one.ok ? one.value.notes : [one.error])),
    usagePercent: page.usagePercent,
  });
  return { posts, step };
}
