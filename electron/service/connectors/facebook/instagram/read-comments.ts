import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { AppError } from '../../../../../shared/kernel/app-error.ts';
import type { ReadStep, SetAside } from '../../../ports/connector.ts';
import type { ObservedMessage } from '../../../../../shared/domain/ingest/types.ts';
import { idOf } from '../items.ts';
import { readPages, type Edge, type Reading } from '../paging.ts';
import { readStep } from '../steps.ts';
import type { LinkedInstagram } from './linked.ts';
import { mapComment, type InstagramPlace } from './map.ts';
import { COMMENT_FIELDS, REPLY_FIELDS } from './schemas.ts';

/** Instagram gives at most so many comments at once. */
const LIMIT = 50;

/** What one listing of comments has seen, and how it sees. */
export interface InstagramListing {
  readonly reading: Reading;
  readonly linked: LinkedInstagram;
  readonly seen: Set<string>;
  /** Items without an id: any of them may be one that we miss. */
  nameless: number;
}

/** Returns an empty listing. */
export const newListing = (reading: Reading, linked: LinkedInstagram): InstagramListing => ({
  reading,
  linked,
  seen: new Set(),
  nameless: 0,
});

interface Place extends InstagramPlace {
  /** Names the list in notes. */
  readonly where: string;
}

/**
 * Yields comments and all replies below them, those that came inside and those that did not. A list
 * of replies that breaks is the failure of the whole: decisions are taken on the answer.
 */
export async function* takeComments(
  listing: InstagramListing,
  items: readonly unknown[],
  place: Place,
): AsyncGenerator<ReadStep, Result<void, AppError>, undefined> {
  const further: { readonly id: string; readonly next: string }[] = [];
  const messages: ObservedMessage[] = [];
  const notes: SetAside[] = [];
  const stack = items.map((raw) => ({ raw, under: place.under })).toReversed();
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    if (!note(listing, one.raw)) continue;
    const mapped = mapComment(
      one.raw,
      contextOf(listing, { ...place, under: one.under }),
      place.where,
    );
    if (!mapped.ok) {
      notes.push(mapped.error);
      continue;
    }
    const { message, replies, next } = mapped.value;
    messages.push(message);
    notes.push(...mapped.value.notes);
    const under = one.under ?? message.externalId;
    stack.push(...replies.map((raw) => ({ raw, under })).toReversed());
    if (next !== null) further.push({ id: message.externalId, next });
  }
  yield readStep({ messages, setAside: notes });
  for (const { id, next } of further) {
    const read = yield* readReplies(listing, { ...place, under: id }, next);
    if (!read.ok) return read;
  }
  return ok(undefined);
}

/** True for an item that was not taken yet. */
function note(listing: InstagramListing, raw: unknown): boolean {
  const id = idOf(raw);
  if (id === null) listing.nameless += 1;
  else if (listing.seen.has(id)) return false;
  else listing.seen.add(id);
  return true;
}

const contextOf = ({ reading, linked }: InstagramListing, place: Place) => ({
  pageId: reading.account.externalId,
  nowMs: reading.now(),
  linked,
  place,
});

async function* readReplies(
  listing: InstagramListing,
  place: Place & { readonly under: string },
  begin: string,
): AsyncGenerator<ReadStep, Result<void, AppError>, undefined> {
  const edge: Edge = { ...edgeOf(place.under, 'replies', REPLY_FIELDS), begin };
  return yield* takePages(listing, edge, place);
}

/** Yields all comments below a picture. */
export const readMediaComments = (
  listing: InstagramListing,
  media: { readonly id: string; readonly permalink: string | null },
): AsyncGenerator<ReadStep, Result<void, AppError>, undefined> =>
  takePages(listing, edgeOf(media.id, 'comments', COMMENT_FIELDS), {
    mediaId: media.id,
    permalink: media.permalink,
    under: null,
    where: `${media.id}/comments`,
  });

const edgeOf = (nodeId: string, name: string, fields: string): Edge => ({
  nodeId,
  name,
  params: { fields },
  limit: LIMIT,
  maxPages: Number.POSITIVE_INFINITY,
});

async function* takePages(
  listing: InstagramListing,
  edge: Edge,
  place: Place,
): AsyncGenerator<ReadStep, Result<void, AppError>, undefined> {
  const pages = readPages(listing.reading, edge);
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    yield readStep({ usagePercent: page.value.usagePercent });
    const taken = yield* takeComments(listing, page.value.items, place);
    if (!taken.ok) return taken;
  }
  return page.value.ok ? ok(undefined) : err(page.value.error);
}
