import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { ReadStep, ThreadRef } from '../../../ports/connector.ts';
import { graphUrl } from '../graph-client.ts';
import { readPages, type Edge, type Reading } from '../paging.ts';
import { mergeSteps, readStep } from '../steps.ts';
import { mapMessage, mapThread, type PrivateThread } from './map.ts';
import { MESSAGE_FIELDS, THREAD_FIELDS } from './schemas.ts';

/** Messages asked for at once. */
const MESSAGES_LIMIT = 100;

/**
 * Yields all messages of a conversation, those that came inside it first. Returns how many there
 * were. Fails with what the list fails with; what was read before is kept.
 */
export async function* readMessages(
  reading: Reading,
  thread: PrivateThread,
): AsyncGenerator<ReadStep, Result<number, AppError>, undefined> {
  let count = 0;
  const take = (items: readonly unknown[], usagePercent: number | null): ReadStep => {
    count += items.length;
    return stepOf(reading, thread, items, usagePercent);
  };
  const { inside } = thread;
  if (inside !== null) yield take(inside.items, null);
  if (inside !== null && inside.next === null) return ok(count);
  const pages = readPages(reading, edgeOf(thread));
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    yield take(page.value.items, page.value.usagePercent);
  }
  if (!page.value.ok) return page.value;
  const proof = count === 0 ? await reading.prove() : ok(undefined);
  return proof.ok ? ok(count) : proof;
}

const edgeOf = ({ id, inside }: PrivateThread): Edge => ({
  nodeId: id,
  name: 'messages',
  params: { fields: MESSAGE_FIELDS },
  limit: MESSAGES_LIMIT,
  maxPages: Number.POSITIVE_INFINITY,
  ...(inside === null || inside.next === null ? {} : { begin: inside.next }),
});

function stepOf(
  reading: Reading,
  thread: PrivateThread,
  items: readonly unknown[],
  usagePercent: number | null,
): ReadStep {
  const at = { pageId: reading.account.externalId, nowMs: reading.now(), thread };
  const mapped = items.map((raw) => mapMessage(raw, at, `${thread.id}/messages`));
  return readStep({
    messages: mapped.flatMap((one) => (one.ok ? [one.value.message] : [])),
    setAside: mapped.flatMap((one) => (one.ok ? one.value.notes : [one.error])),
    usagePercent,
  });
}

/** Reads one conversation with all its messages. Errors: those of a read; `item_…` of its head. */
export async function readPrivateThread(
  reading: Reading,
  { externalId }: ThreadRef,
): Promise<Result<ReadStep, AppError>> {
  const url = graphUrl(reading.account, [externalId], { fields: THREAD_FIELDS });
  const answer = await reading.client.get(url, reading.signal);
  if (!answer.ok) return err(answer.error.error);
  const at = { pageId: reading.account.externalId, nowMs: reading.now() };
  const thread = mapThread(answer.value.body, at, externalId);
  if (!thread.ok) return err(appError(thread.error.reason, { edge: externalId }));
  const steps: ReadStep[] = [readStep({ usagePercent: answer.value.usagePercent })];
  const listing = readMessages(reading, thread.value);
  let part = await listing.next();
  for (; part.done !== true; part = await listing.next()) steps.push(part.value);
  return part.value.ok ? ok(mergeSteps(steps)) : part.value;
}
