import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ReadStep, ThreadRef } from '../../ports/connector.ts';
import { graphUrl } from './graph-client.ts';
import { COMMENT_FIELDS, POST_FIELDS } from './graph-schemas.ts';
import { mapComment, mapPost } from './map.ts';
import { readInstagramThread } from './instagram/read-thread.ts';
import { readPrivateThread } from './messenger/read-messages.ts';
import type { Reading } from './paging.ts';
import { readComments, type CommentSource } from './read-comments.ts';
import { sourceOf } from './read-post.ts';
import { mergeSteps, readStep } from './steps.ts';
import { createThreadSorter } from './threads.ts';

/**
 * Reads one thread: its first message and everything below. A thread that is gone gives a complete
 * listing of nothing. Fails when any part cannot be read, since decisions are taken on the answer.
 */
export async function readThread(
  reading: Reading,
  thread: ThreadRef,
): Promise<Result<ReadStep, AppError>> {
  if (thread.channel === 'messenger') return readPrivateThread(reading, thread);
  if (thread.channel === 'instagram') return readInstagramThread(reading, thread);
  if (!['comment', 'visitor_post', 'mention'].includes(thread.kind)) {
    return err(appError('not_allowed', { kind: thread.kind }));
  }
  if (thread.source === 'reviews') {
    // A review cannot be asked for by itself; what stands below it can.
    return listBelow(reading, belowOf(thread), readStep({}));
  }
  const startedAtMs = reading.now();
  const fields = thread.kind === 'comment' ? COMMENT_FIELDS : POST_FIELDS;
  const url = graphUrl(reading.account, [thread.externalId], { fields });
  const answer = await reading.client.get(url, reading.signal);
  if (!answer.ok) {
    const { error } = answer.error;
    return error.code === 'object_gone' ? gone(reading, thread, startedAtMs) : err(error);
  }
  const head = headOf(reading, thread, answer.value.body);
  const first = { ...head.step, usagePercent: answer.value.usagePercent };
  return listBelow(reading, head.source, first);
}

/** Graph says "gone" also to a token that may see nothing any more: only a living token proves it. */
async function gone(
  reading: Reading,
  thread: ThreadRef,
  startedAtMs: number,
): Promise<Result<ReadStep, AppError>> {
  const proof = await reading.prove();
  if (!proof.ok) return proof;
  const nothing = { rootExternalId: thread.externalId, seen: [], startedAtMs };
  return ok(readStep({ complete: [nothing], gone: [thread.externalId] }));
}

interface Head {
  readonly source: CommentSource;
  readonly step: ReadStep;
}

/** Everything below a thread's first message is that thread. */
const belowOf = (thread: ThreadRef): CommentSource => ({
  frame: {
    rootId: thread.externalId,
    kind: thread.kind,
    contextExternalId: thread.contextExternalId,
    channel: thread.channel,
    source: thread.source,
    single: true,
  },
  embedded: [],
  rootIsMessage: true,
});

function headOf(reading: Reading, thread: ThreadRef, raw: unknown): Head {
  const at = { pageId: reading.account.externalId, nowMs: reading.now(), source: thread.source };
  const source = belowOf(thread);
  const { frame } = source;
  if (thread.kind === 'comment') {
    const comment = mapComment({ raw, parentId: null }, at, thread.externalId);
    if (!comment.ok) return { source, step: readStep({ setAside: [comment.error] }) };
    const messages = createThreadSorter(frame).place([comment.value]);
    const step = readStep({ messages, setAside: comment.value.notes });
    return { source: { ...source, saidEmpty: comment.value.replyCount === 0 }, step };
  }
  const post = mapPost(raw, at, thread.externalId);
  if (!post.ok) return { source, step: readStep({ setAside: [post.error] }) };
  const messages = post.value.message === null ? [] : [post.value.message];
  const step = readStep({ messages, setAside: post.value.notes });
  return { source: { ...sourceOf(post.value, reading), frame }, step };
}

async function listBelow(
  reading: Reading,
  source: CommentSource,
  first: ReadStep,
): Promise<Result<ReadStep, AppError>> {
  const steps = [first];
  const listing = readComments(reading, source);
  let part = await listing.next();
  for (; part.done !== true; part = await listing.next()) steps.push(part.value);
  return part.value.ok ? ok(mergeSteps(steps)) : part.value;
}
