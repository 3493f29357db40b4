import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ReadStep, SetAside } from '../../ports/connector.ts';
import { COMMENT_FIELDS } from './graph-schemas.ts';
import { idOf } from './items.ts';
import { mapComment, type ReadComment } from './map.ts';
import { readPages, type Edge, type Reading } from './paging.ts';
import { readStep } from './steps.ts';
import { createThreadSorter, withNested, type ThreadFrame } from './threads.ts';

/** Whose comments are read. */
export interface CommentSource {
  readonly frame: ThreadFrame;
  /** Comments that came inside the post; the list is read all the same, to its end. */
  readonly embedded: readonly unknown[];
  /** A post of somebody else is a message of its thread: it counts as seen. */
  readonly rootIsMessage: boolean;
  /** The node itself says that nothing is below it: an empty list is then what it should be. */
  readonly saidEmpty?: boolean;
}

const edgeOf = (nodeId: string): Edge => ({
  nodeId,
  name: 'comments',
  // All levels in one list; the order is asked for but never relied upon (`ranked` wins).
  params: {
    filter: 'stream',
    order: 'chronological',
    summary: 'true',
    fields: COMMENT_FIELDS,
  },
  limit: 100,
  maxPages: Number.POSITIVE_INFINITY,
});

/**
 * Yields all comments below a node, nested ones too, as the pages arrive, and at the end that the
 * listing is complete. Returns how many items there were. What was read before a failure is kept;
 * a failed listing is never complete, so nothing vanishes by it.
 */
export async function* readComments(
  reading: Reading,
  source: CommentSource,
): AsyncGenerator<ReadStep, Result<number, AppError>, undefined> {
  const startedAtMs = reading.now();
  const listing = createListing(reading, source);
  if (source.embedded.length > 0) yield listing.take(source.embedded, null);
  const pages = readPages(reading, edgeOf(source.frame.rootId));
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    yield listing.take(page.value.items, page.value.usagePercent);
  }
  const rest = listing.rest();
  if (!page.value.ok) {
    if (rest.length > 0) yield readStep({ messages: rest });
    return page.value;
  }
  if (listing.count() === 0 && source.saidEmpty !== true) {
    // With the wrong kind of token Graph answers with empty lists instead of an error.
    const proof = await reading.prove();
    if (!proof.ok) return proof;
  }
  const rootExternalId = source.frame.rootId;
  const seen = listing.seen();
  const complete = seen === null ? [] : [{ rootExternalId, seen, startedAtMs }];
  yield readStep({ messages: rest, complete });
  return ok(listing.count());
}

interface Listing {
  take(items: readonly unknown[], usagePercent: number | null): ReadStep;
  rest(): ReadStep['messages'];
  /** The ids of everything that is there, or null when the list cannot tell what it lacks. */
  seen(): readonly string[] | null;
  count(): number;
}

function createListing(reading: Reading, { frame, rootIsMessage }: CommentSource): Listing {
  const sorter = createThreadSorter(frame);
  const seen = new Set<string>();
  let nameless = 0;
  return {
    take: (items, usagePercent) => {
      const comments: ReadComment[] = [];
      const setAside: SetAside[] = [];
      const at = { pageId: reading.account.externalId, nowMs: reading.now() };
      for (const found of withNested(items)) {
        const id = idOf(found.raw);
        if (id === null) nameless += 1;
        else if (seen.has(id)) continue;
        else seen.add(id);
        const mapped = mapComment(found, at, `${frame.rootId}/comments`);
        if (mapped.ok) comments.push(mapped.value);
        setAside.push(...(mapped.ok ? mapped.value.notes : [mapped.error]));
      }
      return readStep({ messages: sorter.place(comments), setAside, usagePercent });
    },
    rest: () => sorter.rest(),
    // An item without an id may be any of those that we miss.
    seen: () => (nameless > 0 ? null : [...(rootIsMessage ? [frame.rootId] : []), ...seen]),
    count: () => seen.size + nameless,
  };
}
