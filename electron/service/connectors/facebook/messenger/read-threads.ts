import type { AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { ReadEnd, ReadPlan, ReadStep } from '../../../ports/connector.ts';
import { readPages, type Page, type Reading } from '../paging.ts';
import { createPostMarks, moved, urgentFirst, type PostMarks } from '../read-post.ts';
import { endsTheRead, readStep } from '../steps.ts';
import { mapThread, type PrivateThread } from './map.ts';
import { readMessages } from './read-messages.ts';
import { THREAD_FIELDS, THREAD_WITH_MESSAGES } from './schemas.ts';

/** Conversations asked for at once. */
const THREADS_LIMIT = 25;

/**
 * Reads the private conversations: their list, then the messages of those that moved, first where
 * somebody waits. No message is ever called gone by it: the platform shows by id only the newest of a
 * conversation, so that nothing could prove a loss.
 */
export async function* readMessenger(
  reading: Reading,
  plan: ReadPlan,
): AsyncGenerator<ReadStep, Result<ReadEnd, AppError>, undefined> {
  const marks = createPostMarks();
  const threads = yield* readList(reading, plan, marks);
  if (!threads.ok) return threads;
  for (const thread of urgentFirst(threads.value, plan)) {
    if (marks.has(thread.id)) continue;
    const read = yield* readThread({ reading, plan, marks }, thread);
    if (!read.ok) return read;
  }
  return ok({ complete: marks.allRead(), posts: marks.posts() });
}

async function* readThread(
  { reading, plan, marks }: { reading: Reading; plan: ReadPlan; marks: PostMarks },
  thread: PrivateThread,
): AsyncGenerator<ReadStep, Result<void, AppError>, undefined> {
  const { id, updatedAtMs } = thread;
  if (!moved(thread, plan)) {
    marks.read(id, { updatedAtMs, count: thread.commentCount ?? 0 });
    return ok(undefined);
  }
  const listed = yield* readMessages(reading, thread);
  if (listed.ok) {
    const mark = { updatedAtMs, count: thread.commentCount ?? listed.value };
    marks.read(id, mark);
    yield readStep({ posts: new Map([[id, mark]]) });
    return ok(undefined);
  }
  const { error } = listed;
  if (endsTheRead(error) || reading.signal.aborted) return err(error);
  marks.failed(id);
  yield readStep({ failures: [{ rootExternalId: id, error }] });
  return ok(undefined);
}

/** Of a whole read the newest messages come along: most conversations are no longer than that. */
async function* readList(
  reading: Reading,
  { depth }: ReadPlan,
  marks: PostMarks,
): AsyncGenerator<ReadStep, Result<readonly PrivateThread[], AppError>, undefined> {
  const pageId = reading.account.externalId;
  const pages = readPages(reading, {
    nodeId: pageId,
    name: 'conversations',
    params: {
      platform: 'messenger',
      fields: depth === 'complete' ? THREAD_WITH_MESSAGES : THREAD_FIELDS,
    },
    limit: THREADS_LIMIT,
    maxPages: depth === 'index' ? 1 : Number.POSITIVE_INFINITY,
  });
  const threads: PrivateThread[] = [];
  let items = 0;
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    items += page.value.items.length;
    const found = mapList(reading, page.value);
    threads.push(...found.threads);
    yield found.step;
  }
  const { value } = page;
  if (value.ok) {
    const proof = items === 0 ? await reading.prove() : ok(undefined);
    return proof.ok ? ok(threads) : proof;
  }
  if (items === 0 || endsTheRead(value.error) || reading.signal.aborted) return value;
  marks.failed(pageId);
  yield readStep({ failures: [{ rootExternalId: pageId, error: value.error }] });
  return ok(threads);
}

function mapList(
  reading: Reading,
  page: Page,
): { readonly threads: readonly PrivateThread[]; readonly step: ReadStep } {
  const at = { pageId: reading.account.externalId, nowMs: reading.now() };
  const mapped = page.items.map((raw) => mapThread(raw, at, `${at.pageId}/conversations`));
  return {
    threads: mapped.flatMap((one) => (one.ok ? [one.value] : [])),
    step: readStep({
      setAside: mapped.flatMap((one) => (one.ok ? [] : [one.error])),
      usagePercent: page.usagePercent,
    }),
  };
}
