import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import { idOf } from './items.ts';
import { readPages, type Reading } from './paging.ts';

/** Mentions asked for at once: ids only. */
const TAGGED_LIMIT = 100;

/**
 * Returns the ids of the posts that mention the page: all of them, or as many as it takes to find
 * `wanted`. One that is not among them mentions nothing, so that the list is never left early
 * otherwise: a first page may be short or empty and not be the last.
 */
export async function readTagged(
  reading: Reading,
  wanted: readonly string[] | 'all',
): Promise<Result<ReadonlySet<string>, AppError>> {
  const ids = new Set<string>();
  const pages = readPages(reading, {
    nodeId: reading.account.externalId,
    name: 'tagged',
    params: { fields: 'id,tagged_time' },
    limit: TAGGED_LIMIT,
    maxPages: Number.POSITIVE_INFINITY,
  });
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    for (const item of page.value.items) {
      const id = idOf(item);
      if (id !== null) ids.add(id);
    }
    if (wanted !== 'all' && wanted.every((id) => ids.has(id))) return ok(ids);
  }
  return page.value.ok ? ok(ids) : page.value;
}
