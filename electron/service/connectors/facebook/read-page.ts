import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ReadEnd, ReadPlan, ReadStep } from '../../ports/connector.ts';
import { POST_FIELDS } from './graph-schemas.ts';
import { mapPost, type ReadPost } from './map.ts';
import { mapReview, REVIEW_FIELDS } from './map-review.ts';
import { mapVideo, VIDEO_FIELDS } from './map-video.ts';
import { readPages, type Edge, type Page, type Reading } from './paging.ts';
import { readMissingPosts } from './read-missing.ts';
import { createPostMarks, readPost, urgentFirst, type PostMarks } from './read-post.ts';
import { readTagged } from './read-tagged.ts';
import { endsTheRead, mayNotBeSeen, readStep } from './steps.ts';

/** Posts asked for at once; larger pages of posts with their fields are refused at times. */
const POSTS_LIMIT = 50;
/** All posts are looked through every few minutes: in as few calls as Graph allows, halved on refusal. */
const MANY_POSTS = 100;

/** The page's lists of posts; a feed is a ranked choice, so that the others are read beside it. */
export type PostSource = 'posts' | 'visitor_posts' | 'mentions' | 'ads' | 'reels' | 'reviews';

interface List extends Pick<Edge, 'name' | 'params'> {
  readonly map: typeof mapPost;
}

const listOf = (name: string, fields: string, more: Edge['params'] = {}): List => ({
  name,
  params: { ...more, fields },
  map: mapPost,
});

const LISTS: Readonly<Record<PostSource, List>> = {
  posts: listOf('feed', POST_FIELDS, { include_hidden: 'true' }),
  visitor_posts: listOf('visitor_posts', POST_FIELDS, { include_hidden: 'true' }),
  // Only a mention has the time at which it named the page.
  mentions: listOf('tagged', `${POST_FIELDS},tagged_time`),
  ads: listOf('ads_posts', POST_FIELDS, { include_inline_create: 'true' }),
  reels: { ...listOf('video_reels', VIDEO_FIELDS), map: mapVideo },
  reviews: { ...listOf('ratings', REVIEW_FIELDS), map: mapReview },
};

const edgeOf = (pageId: string, list: PostSource, depth: ReadPlan['depth']): Edge => ({
  nodeId: pageId,
  name: LISTS[list].name,
  params: LISTS[list].params,
  limit: depth === 'deep_index' ? MANY_POSTS : POSTS_LIMIT,
  maxPages: depth === 'index' ? 1 : Number.POSITIVE_INFINITY,
});

/**
 * Reads one list of posts, then the comments of every post in it that the plan asks for: first those
 * below which somebody waits. A list that breaks is a failure in a step and the rest goes on; the
 * read as a whole fails when nothing else can be read either, or when the list does not even begin.
 */
export async function* readPosts(
  reading: Reading,
  plan: ReadPlan,
  list: PostSource,
): AsyncGenerator<ReadStep, Result<ReadEnd, AppError>, undefined> {
  const marks = createPostMarks();
  const index = yield* readIndex({ reading, plan, marks }, list);
  if (!index.ok) return index;
  for (const post of urgentFirst(index.value.posts, plan)) {
    if (marks.has(post.id)) continue;
    const read = yield* readPost({ reading, plan, marks }, post);
    if (!read.ok) return read;
  }
  if (list === 'posts' && plan.depth === 'complete' && index.value.ended) {
    const missing = yield* readMissingPosts(reading, plan, marks);
    if (!missing.ok) return missing;
  }
  return ok({ complete: marks.allRead(), posts: marks.posts() });
}

interface Walk {
  readonly reading: Reading;
  readonly plan: ReadPlan;
  readonly marks: PostMarks;
}

interface Index {
  readonly posts: readonly ReadPost[];
  /** The list was read as far as the plan wants. */
  readonly ended: boolean;
}

/** Posts that the page's list of mentions names; undefined before it is read, null when it cannot be. */
type Tagged = ReadonlySet<string> | null | undefined;

async function* readIndex(
  { reading, plan, marks }: Walk,
  list: PostSource,
): AsyncGenerator<ReadStep, Result<Index, AppError>, undefined> {
  const pageId = reading.account.externalId;
  const pages = readPages(reading, edgeOf(pageId, list, plan.depth));
  const posts: ReadPost[] = [];
  let tagged: Tagged;
  let items = 0;
  let begun = false;
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    begun = true;
    items += page.value.items.length;
    let found = mapList(reading, page.value, list, tagged);
    const unplaced = found.posts.filter((post) => post.unplaced).map(({ id }) => id);
    if (unplaced.length > 0) {
      // An index is one page long; further pages of a longer read may ask after others.
      const wanted = plan.depth === 'index' ? unplaced : 'all';
      const mentions = yield* readMentions({ reading, marks }, wanted);
      if (!mentions.ok) return mentions;
      tagged = mentions.value;
      found = mapList(reading, page.value, list, tagged);
    }
    yield found.step;
    posts.push(...found.posts);
  }
  if (page.value.ok) {
    const proof = items === 0 ? await reading.prove() : ok(undefined);
    return proof.ok ? ok({ posts, ended: true }) : proof;
  }
  const { error } = page.value;
  if (!begun || endsTheRead(error) || reading.signal.aborted) return err(error);
  marks.failed(pageId);
  yield readStep({ failures: [{ rootExternalId: pageId, error }] });
  return ok({ posts, ended: false });
}

/**
 * The list of mentions, once per read and only when a post does not say where it stands; null when it
 * could not be read now. One that may not be seen names nothing.
 */
async function* readMentions(
  { reading, marks }: Pick<Walk, 'reading' | 'marks'>,
  wanted: Parameters<typeof readTagged>[1],
): AsyncGenerator<ReadStep, Result<ReadonlySet<string> | null, AppError>, undefined> {
  const found = await readTagged(reading, wanted);
  if (found.ok) return found;
  const { error } = found;
  if (endsTheRead(error) || reading.signal.aborted) return err(error);
  if (mayNotBeSeen(error)) return ok(new Set());
  const rootExternalId = `${reading.account.externalId}/tagged`;
  marks.failed(rootExternalId);
  yield readStep({ failures: [{ rootExternalId, error }] });
  return ok(null);
}

function mapList(
  reading: Reading,
  page: Page,
  list: PostSource,
  tagged: Tagged,
): { readonly posts: readonly ReadPost[]; readonly step: ReadStep } {
  const pageId = reading.account.externalId;
  const at = {
    pageId,
    nowMs: reading.now(),
    source: list,
    ...(tagged === undefined || tagged === null ? {} : { tagged }),
  };
  const mapped = page.items.map((raw) => LISTS[list].map(raw, at, `${pageId}/${LISTS[list].name}`));
  // Where a thread stands is said once: what nobody can place now waits for the next read.
  const posts = mapped.flatMap((one) =>
    one.ok && !(tagged === null && one.value.unplaced) ? [one.value] : [],
  );
  const step = readStep({
    contexts: posts.flatMap((post) => post.context ?? []),
    messages: posts.flatMap((post) => post.message ?? []),
    setAside: mapped.flatMap((one) => (one.ok ? one.value.notes : [one.error])),
    usagePercent: page.usagePercent,
  });
  return { posts, step };
}
