import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { ReadEnd, ReadPlan, ReadStep } from '../../../ports/connector.ts';
import { readPages, type Page, type Reading } from '../paging.ts';
import { createPostMarks, moved, urgentFirst, type PostMarks } from '../read-post.ts';
import { endsTheRead, readStep } from '../steps.ts';
import type { LinkedInstagram } from './linked.ts';
import { mapMedia, type ReadMedia } from './map.ts';
import { newListing, readMediaComments } from './read-comments.ts';
import { MEDIA_FIELDS } from './schemas.ts';

/** Pictures asked for at once. */
const MEDIA_LIMIT = 50;

interface Walk {
  readonly reading: Reading;
  readonly plan: ReadPlan;
  readonly marks: PostMarks;
  readonly linked: LinkedInstagram;
}

/**
 * Reads the comments of the linked Instagram account: its pictures, and what stands below those whose
 * number of comments moved. Errors: those of a read; `source_unavailable` when no account is linked.
 */
export async function* readInstagram(
  reading: Reading,
  plan: ReadPlan,
): AsyncGenerator<ReadStep, Result<ReadEnd, AppError>, undefined> {
  const linked = await reading.linked();
  if (!linked.ok) return linked;
  if (linked.value === null) return err(appError('source_unavailable', { missing: 'instagram' }));
  const marks = createPostMarks();
  const walk = { reading, plan, marks, linked: linked.value };
  const media = yield* readIndex(walk);
  if (!media.ok) return media;
  for (const one of urgentFirst(media.value, plan)) {
    if (marks.has(one.id)) continue;
    const read = yield* readOne(walk, one);
    if (!read.ok) return read;
  }
  return ok({ complete: marks.allRead(), posts: marks.posts() });
}

async function* readOne(
  { reading, plan, marks, linked }: Walk,
  media: ReadMedia,
): AsyncGenerator<ReadStep, Result<void, AppError>, undefined> {
  const { id, updatedAtMs, commentCount } = media;
  if (!moved(media, plan)) {
    marks.read(id, { updatedAtMs, count: commentCount ?? 0 });
    return ok(undefined);
  }
  const startedAtMs = reading.now();
  const listing = newListing(reading, linked);
  const listed = yield* readMediaComments(listing, { id, permalink: media.context.permalink });
  if (!listed.ok) {
    const { error } = listed;
    if (endsTheRead(error) || reading.signal.aborted) return err(error);
    marks.failed(id);
    yield readStep({ failures: [{ rootExternalId: id, error }] });
    return ok(undefined);
  }
  const isEmpty = listing.seen.size + listing.nameless === 0;
  const proof = isEmpty ? await reading.prove() : ok(undefined);
  if (!proof.ok) return proof;
  const mark = { updatedAtMs, count: commentCount ?? listing.seen.size };
  marks.read(id, mark);
  // It shows nothing of what it counts, or an item that may be any of those we miss.
  const proves = listing.nameless === 0 && (!isEmpty || commentCount === 0);
  const complete = proves ? [{ rootExternalId: id, seen: [...listing.seen], startedAtMs }] : [];
  yield readStep({ complete, posts: new Map([[id, mark]]) });
  return ok(undefined);
}

async function* readIndex({
  reading,
  plan,
  marks,
  linked,
}: Walk): AsyncGenerator<ReadStep, Result<readonly ReadMedia[], AppError>, undefined> {
  const pages = readPages(reading, {
    nodeId: linked.externalId,
    name: 'media',
    params: { fields: MEDIA_FIELDS },
    limit: MEDIA_LIMIT,
    maxPages: plan.depth === 'index' ? 1 : Number.POSITIVE_INFINITY,
  });
  const media: ReadMedia[] = [];
  let begun = false;
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    begun = true;
    const found = mapPage(reading, linked, page.value);
    media.push(...found.media);
    yield found.step;
  }
  const { value } = page;
  if (value.ok) return ok(media);
  if (!begun || endsTheRead(value.error) || reading.signal.aborted) return value;
  marks.failed(linked.externalId);
  yield readStep({ failures: [{ rootExternalId: linked.externalId, error: value.error }] });
  return ok(media);
}

function mapPage(
  reading: Reading,
  linked: LinkedInstagram,
  page: Page,
): { readonly media: readonly ReadMedia[]; readonly step: ReadStep } {
  const at = { pageId: reading.account.externalId, nowMs: reading.now(), linked };
  const mapped = page.items.map((raw) => mapMedia(raw, at, `${linked.externalId}/media`));
  const media = mapped.flatMap((one) => (one.ok ? [one.value] : []));
  const step = readStep({
    contexts: media.map((one) => one.context),
    setAside: mapped.flatMap((one) => (one.ok ? one.value.notes : [one.error])),
    usagePercent: page.usagePercent,
  });
  return { media, step };
}
