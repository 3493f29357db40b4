import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { ItemRef, ReadStep, ThreadRef } from '../../../ports/connector.ts';
import { graphUrl } from '../graph-client.ts';
import type { Reading } from '../paging.ts';
import { mergeSteps, readStep } from '../steps.ts';
import type { LinkedInstagram } from './linked.ts';
import { mapComment } from './map.ts';
import { newListing, takeComments } from './read-comments.ts';
import { COMMENT_FIELDS } from './schemas.ts';

const placeOf = (thread: ThreadRef, under: string | null) => ({
  mediaId: thread.contextExternalId,
  permalink: null,
  under,
  where: thread.externalId,
});

/**
 * Reads one comment with all replies. One that is gone gives a complete listing of nothing, once the
 * token has proved to be the page's.
 */
export async function readInstagramThread(
  reading: Reading,
  thread: ThreadRef,
): Promise<Result<ReadStep, AppError>> {
  const linked = await accountOf(reading);
  if (!linked.ok) return linked;
  const startedAtMs = reading.now();
  const rootExternalId = thread.externalId;
  const url = graphUrl(reading.account, [rootExternalId], { fields: COMMENT_FIELDS });
  const answer = await reading.client.get(url, reading.signal);
  if (!answer.ok) {
    const { error } = answer.error;
    if (error.code !== 'object_gone') return err(error);
    const proof = await reading.prove();
    if (!proof.ok) return proof;
    const nothing = { rootExternalId, seen: [], startedAtMs };
    return ok(readStep({ complete: [nothing], gone: [rootExternalId] }));
  }
  const { body, usagePercent } = answer.value;
  const listing = newListing(reading, linked.value);
  const steps: ReadStep[] = [readStep({ usagePercent })];
  const taking = takeComments(listing, [body], placeOf(thread, null));
  let part = await taking.next();
  for (; part.done !== true; part = await taking.next()) steps.push(part.value);
  if (!part.value.ok) return part.value;
  const seen = [...listing.seen];
  if (listing.nameless === 0) {
    steps.push(readStep({ complete: [{ rootExternalId, seen, startedAtMs }] }));
  }
  return ok(mergeSteps(steps));
}

/** Maps a comment that was asked for by itself. */
export async function mapInstagramItem(
  reading: Reading,
  { externalId, conversation, parentExternalId }: ItemRef,
  raw: unknown,
): Promise<Result<ReadStep, AppError>> {
  const linked = await accountOf(reading);
  if (!linked.ok) return linked;
  const under = externalId === conversation.externalId ? null : conversation.externalId;
  const at = { pageId: reading.account.externalId, nowMs: reading.now(), linked: linked.value };
  const place = placeOf(conversation, under ?? parentExternalId);
  const mapped = mapComment(raw, { ...at, place }, externalId);
  if (!mapped.ok) return ok(readStep({ setAside: [mapped.error] }));
  return ok(readStep({ messages: [mapped.value.message], setAside: mapped.value.notes }));
}

async function accountOf(reading: Reading): Promise<Result<LinkedInstagram, AppError>> {
  const linked = await reading.linked();
  if (!linked.ok) return linked;
  return linked.value === null
    ? err(appError('source_unavailable', { missing: 'instagram' }))
    : ok(linked.value);
}
