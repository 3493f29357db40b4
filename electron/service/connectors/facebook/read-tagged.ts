import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ReadPlan } from '../../ports/connector.ts';
import { idOf } from './items.ts';
import { readPages, type Reading } from './paging.ts';

/** Mentions asked for at once: ids only. */
const TAGGED_LIMIT = 100;

/** Returns the ids of the posts that mention the page, the newest ones or all. */
export async function readTagged(
  reading: Reading,
  depth: ReadPlan['depth'],
): Promise<Result<ReadonlySet<string>, AppError>> {
  const ids = new Set<string>();
  const pages = readPages(reading, {
    nodeId: reading.account.externalId,
    name: 'tagged',
    params: { fields: 'id,tagged_time' },
    limit: TAGGED_LIMIT,
    maxPages: depth === 'index' ? 1 : Number.POSITIVE_INFINITY,
  });
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    for (const item of page.value.items) {
      const id = idOf(item);
      if (id !== null) ids.add(id);
    }
  }
  return page.value.ok ? ok(ids) : page.value;
}
