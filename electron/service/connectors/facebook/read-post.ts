import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { PostMark, ReadEnd, ReadPlan, ReadStep } from '../../ports/connector.ts';
import { sourceFor, type ReadPost } from './map.ts';
import type { Reading } from './paging.ts';
import { readComments, type CommentSource } from './read-comments.ts';
import { endsTheRead, mayNotBeSeen, readStep } from './steps.ts';

/** What one read has learnt of the posts so far. */
export interface PostMarks {
  has(postId: string): boolean;
  read(postId: string, mark: PostMark): void;
  /** It could not be read to its end: it leaves no mark, so that the next read tries again. */
  failed(postId: string): void;
  timedOutInARow(): number;
  timedOut(): void;
  allRead(): boolean;
  posts(): ReadEnd['posts'];
}

/** Returns empty marks. */
export function createPostMarks(): PostMarks {
  const posts = new Map<string, PostMark>();
  const failed = new Set<string>();
  let timeouts = 0;
  return {
    has: (postId) => posts.has(postId) || failed.has(postId),
    read: (postId, mark) => {
      timeouts = 0;
      posts.set(postId, mark);
    },
    failed: (postId) => failed.add(postId),
    timedOut: () => {
      timeouts += 1;
    },
    timedOutInARow: () => timeouts,
    allRead: () => failed.size === 0,
    posts: () => posts,
  };
}

/** What reading one post needs. */
export interface PostRead {
  readonly reading: Reading;
  readonly plan: ReadPlan;
  readonly marks: PostMarks;
}

/** Returns posts (or whatever is read one by one) with those first below which somebody waits. */
export const urgentFirst = <T extends { readonly id: string }>(
  all: readonly T[],
  { urgent }: Pick<ReadPlan, 'urgent'>,
): readonly T[] => [
  ...all.filter(({ id }) => urgent.has(id)),
  ...all.filter(({ id }) => !urgent.has(id)),
];

/** So many posts in a row that ran into the time-out end the read: each costs half a minute. */
const TIMEOUTS_IN_A_ROW = 3;

/**
 * Reads the comments of a post when they moved, or when everything is wanted. Fails only with what
 * ends the whole read; any other failure goes into a step. That the thread around a mention may not
 * be read is usual (it stands on somebody else's wall), and no failure.
 */
export async function* readPost(
  { reading, plan, marks }: PostRead,
  post: ReadPost,
): AsyncGenerator<ReadStep, Result<void, AppError>, undefined> {
  // Nobody asked for what stands below our own posts: no mark says that it was read.
  if (post.kind === 'own' && plan.withComments === false) return ok(undefined);
  const known = plan.knownPosts.get(post.id);
  if (!moved(post, plan)) {
    marks.read(post.id, {
      updatedAtMs: post.updatedAtMs,
      count: post.commentCount ?? known?.count ?? 0,
    });
    return ok(undefined);
  }
  const listed = yield* readComments(reading, sourceOf(post, reading));
  if (listed.ok) {
    const mark = { updatedAtMs: post.updatedAtMs, count: post.commentCount ?? listed.value };
    marks.read(post.id, mark);
    yield readStep({ posts: new Map([[post.id, mark]]) });
    return ok(undefined);
  }
  const { error } = listed;
  if (endsTheRead(error) || reading.signal.aborted) return err(error);
  if (post.kind === 'mention' && mayNotBeSeen(error)) {
    marks.read(post.id, { updatedAtMs: post.updatedAtMs, count: post.commentCount ?? 0 });
    return ok(undefined);
  }
  marks.failed(post.id);
  yield readStep({ failures: [{ rootExternalId: post.id, error }] });
  if (error.code === 'timeout') marks.timedOut();
  return marks.timedOutInARow() >= TIMEOUTS_IN_A_ROW ? err(error) : ok(undefined);
}

/** Returns where the comments of a post belong: to it, or each top-level one to itself. */
export const sourceOf = (post: ReadPost, { source }: Pick<Reading, 'source'>): CommentSource => ({
  frame: {
    rootId: post.id,
    kind: post.message?.conversationKind ?? 'comment',
    contextExternalId: post.message === null ? post.id : null,
    single: post.message !== null,
    channel: 'facebook',
    source: sourceFor(post.kind, source),
  },
  embedded: post.embedded,
  rootIsMessage: post.message !== null,
});

/**
 * Says whether what stands below a post is to be listed. A new comment moves a post's time and count, a vanished one its count; an edit moves neither, so
 * `complete` asks for all that it has not read itself. A post that has and had no comments has
 * nothing to list.
 */
export function moved(
  post: Pick<ReadPost, 'id' | 'updatedAtMs' | 'commentCount'>,
  { depth, knownPosts, alreadyRead }: ReadPlan,
): boolean {
  const known = knownPosts.get(post.id);
  if (post.commentCount === 0 && (known?.count ?? 0) === 0) return false;
  const before = depth === 'complete' ? alreadyRead.get(post.id) : known;
  if (before === undefined || post.commentCount === null) return true;
  return post.commentCount !== before.count || post.updatedAtMs !== before.updatedAtMs;
}
