import { fieldsText, type FieldRequest } from './fields.ts';
import type { Listing } from './listing.ts';
import { isYes, limitOf, type Query } from './query.ts';
import type { View } from './view.ts';
import { windowOf, type Window } from './window.ts';

/** A list on its way out. */
export interface ConnectionSource<T> {
  readonly view: View;
  readonly listing: Listing<T>;
  /** `<id>/comments`: where the next page is. */
  readonly path: string;
  readonly query: Query;
  readonly fields: readonly FieldRequest[];
  readonly render: (item: T) => unknown;
  /** The most that one page holds; 100 when missing. */
  readonly maxLimit?: number;
}

function pageAddress<T>(
  source: ConnectionSource<T>,
  side: 'after' | 'before',
  cursor: string,
): string {
  const { view, query, fields, path } = source;
  const parameters = new URLSearchParams({ access_token: view.grant.token });
  for (const [name, value] of query) {
    if (!['access_token', 'after', 'before', 'fields'].includes(name)) parameters.set(name, value);
  }
  if (fields.length > 0) parameters.set('fields', fieldsText(fields));
  parameters.set('limit', String(limitOf(query, source.maxLimit)));
  parameters.set(side, cursor);
  return `${view.origin}/${view.version}/${path}?${parameters.toString()}`;
}

function pagingOf<T>(source: ConnectionSource<T>, window: Window<T>): object {
  const { before, after, hasNext, hasPrevious } = window;
  if (before === null || after === null) return {};
  const next = hasNext ? { next: pageAddress(source, 'after', after) } : {};
  const previous = hasPrevious ? { previous: pageAddress(source, 'before', before) } : {};
  return { paging: { cursors: { before, after }, ...next, ...previous } };
}

/** Returns `{data, paging, summary}`; null when a limit or cursor cannot be read. */
export function connectionOf<T>(source: ConnectionSource<T>): object | null {
  const { listing, query } = source;
  const limit = limitOf(query, source.maxLimit);
  if (limit === null) return null;
  const [after, before] = [query.get('after') ?? null, query.get('before') ?? null];
  const window = windowOf(listing.entries, { limit, after, before });
  if (window === null) return null;
  const { order, totalCount } = listing;
  const summary = { order, total_count: totalCount, can_comment: true };
  return {
    data: window.items.map(source.render),
    ...pagingOf(source, window),
    ...(isYes(query.get('summary')) ? { summary } : {}),
  };
}
