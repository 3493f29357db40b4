import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ReadPlan, ReadStep } from '../../ports/connector.ts';
import { graphUrl } from './graph-client.ts';
import { POST_FIELDS } from './graph-schemas.ts';
import { mapPost } from './map.ts';
import type { Reading } from './paging.ts';
import { readPost, type PostMarks } from './read-post.ts';
import { endsTheRead, readStep } from './steps.ts';

/**
 * Looks for posts that were known and are not in the feed any more. The feed shows a ranked choice
 * of about 600 posts a year, so absence proves nothing: each is asked for by itself. One that Graph
 * says is gone has vanished with all below it; one that is there is read like any other. Posts whose
 * last comment is older than all that the feed shows have left it by age and are let be; so are those
 * that never stand in a feed (Reels, pictures on Instagram, posts on other walls).
 */
export async function* readMissingPosts(
  reading: Reading,
  plan: ReadPlan,
  marks: PostMarks,
): AsyncGenerator<ReadStep, Result<void, AppError>, undefined> {
  const horizonMs = Math.min(...[...marks.posts().values()].map((mark) => mark.updatedAtMs));
  for (const [postId, mark] of plan.knownPosts) {
    if (!postId.startsWith(`${reading.account.externalId}_`)) continue;
    if (marks.has(postId) || mark.updatedAtMs < horizonMs) continue;
    const read = yield* readMissingPost({ reading, plan, marks }, postId);
    if (!read.ok) return read;
  }
  return ok(undefined);
}

async function* readMissingPost(
  all: { readonly reading: Reading; readonly plan: ReadPlan; readonly marks: PostMarks },
  postId: string,
): AsyncGenerator<ReadStep, Result<void, AppError>, undefined> {
  const { reading, marks } = all;
  const startedAtMs = reading.now();
  const url = graphUrl(reading.account, [postId], { fields: POST_FIELDS });
  const answer = await reading.client.get(url, reading.signal);
  if (!answer.ok) {
    const { error } = answer.error;
    if (endsTheRead(error) || reading.signal.aborted) return err(error);
    if (error.code === 'object_gone') {
      const proof = await reading.prove();
      if (!proof.ok) return proof;
      const nothing = { rootExternalId: postId, seen: [], startedAtMs };
      yield readStep({ complete: [nothing], gone: [postId] });
    } else {
      marks.failed(postId);
      yield readStep({ failures: [{ rootExternalId: postId, error }] });
    }
    return ok(undefined);
  }
  const at = { pageId: reading.account.externalId, nowMs: reading.now(), source: reading.source };
  const post = mapPost(answer.value.body, at, postId);
  if (!post.ok) {
    yield readStep({ setAside: [post.error] });
    return ok(undefined);
  }
  yield readStep({
    contexts: post.value.context === null ? [] : [post.value.context],
    messages: post.value.message === null ? [] : [post.value.message],
    setAside: post.value.notes,
    usagePercent: answer.value.usagePercent,
  });
  return yield* readPost(all, post.value);
}
