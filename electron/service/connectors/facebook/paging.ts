import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { SourceId } from '../../../../shared/domain/source/types.ts';
import type { RemoteAccount } from '../../ports/connector.ts';
import type { GraphAnswer } from './graph-answer.ts';
import { badShape, graphUrl, type Asking } from './graph-client.ts';
import { pageSchema } from './graph-schemas.ts';
import type { LinkedInstagram } from './instagram/linked.ts';
import { idOf } from './items.ts';

/** What every read of one account shares. */
export interface Reading extends Asking {
  readonly now: () => number;
  /** What is read. */
  readonly source: SourceId;
  /** Proves that the token lives and is the page's own; asked at most once per read. */
  readonly prove: () => Promise<Result<void, AppError>>;
  /** The Instagram account of the page; asked at most once per read. */
  readonly linked: () => Promise<Result<LinkedInstagram | null, AppError>>;
}

/** A list of a node: `feed` of a page, `comments` of a post. */
export interface Edge {
  readonly nodeId: string;
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  /** Items asked for at once. */
  readonly limit: number;
  readonly maxPages: number;
  /** Where to begin: the `next` of a first page that came inside another answer. */
  readonly begin?: string;
}

/** One page of a list. */
export interface Page {
  readonly items: readonly unknown[];
  readonly totalCount: number | null;
  readonly usagePercent: number | null;
}

/** A list may hold empty pages before its end, but not this many pages that bring nothing new. */
const PAGES_WITHOUT_NEWS = 50;

/**
 * Yields the pages of a list to its end, which is where `next` is absent: neither an empty page nor
 * equal cursors say so. Fails with the read's error; with `endless_paging` when an address comes
 * again or nothing new comes any more; with `bad_shape` when `next` leads to another host.
 */
export async function* readPages(
  reading: Reading,
  edge: Edge,
): AsyncGenerator<Page, Result<void, AppError>, undefined> {
  const watch = createLoopWatch();
  let limit = edge.limit;
  let url =
    edge.begin === undefined
      ? graphUrl(reading.account, [edge.nodeId, edge.name], edge.params)
      : nextUrl(reading.account, edge.begin);
  if (url === null) return err(badShape(nameOf(edge), 'paging.next'));
  for (let count = 0; count < edge.maxPages; count += 1) {
    const answer = await readSmaller(reading, url, limit);
    if (!answer.ok) return answer;
    limit = answer.value.limit;
    const parsed = pageSchema.safeParse(answer.value.body);
    if (!parsed.success) {
      return err(badShape(nameOf(edge), parsed.error.issues[0]?.path.join('.') ?? ''));
    }
    const { data, paging, summary } = parsed.data;
    const endless = watch(url, data);
    yield {
      items: data,
      totalCount: summary?.total_count ?? null,
      usagePercent: answer.value.usagePercent,
    };
    if (endless) return err(appError('endless_paging', { edge: nameOf(edge) }));
    const next = paging?.next ?? null;
    if (next === null) return ok(undefined);
    url = nextUrl(reading.account, next);
    if (url === null) return err(badShape(nameOf(edge), 'paging.next'));
  }
  return ok(undefined);
}

const nameOf = (edge: Edge): string => `${edge.nodeId}/${edge.name}`;

/** Reads one page; where Graph asks for less data, with half the limit, down to a single item. */
async function readSmaller(
  reading: Reading,
  address: URL,
  wanted: number,
): Promise<Result<GraphAnswer & { readonly limit: number }, AppError>> {
  const url = new URL(address);
  for (let limit = wanted; ; limit = Math.floor(limit / 2)) {
    url.searchParams.set('limit', String(limit));
    const answer = await reading.client.get(url, reading.signal, { shrinks: limit > 1 });
    if (answer.ok) return ok({ ...answer.value, limit });
    if (!answer.error.smaller || limit <= 1) return err(answer.error.error);
  }
}

/**
 * Returns the next page's address, without the token that Graph puts into it, or null when it does
 * not lead to where the account's interface is: the token goes nowhere else.
 */
function nextUrl(account: RemoteAccount, next: string): URL | null {
  if (!URL.canParse(next)) return null;
  const url = new URL(next);
  if (url.origin !== new URL(account.baseUrl).origin) return null;
  url.searchParams.delete('access_token');
  return url;
}

/** Returns a function that says, page by page, whether a list goes round in circles. */
function createLoopWatch(): (url: URL, items: readonly unknown[]) => boolean {
  const visited = new Set<string>();
  const ids = new Set<string>();
  let withoutNews = 0;
  return (url, items) => {
    const address = new URL(url);
    address.searchParams.delete('limit');
    const again = visited.has(address.href);
    visited.add(address.href);
    const before = ids.size;
    for (const item of items) ids.add(idOf(item) ?? '');
    withoutNews = ids.size > before ? 0 : withoutNews + 1;
    return again || withoutNews >= PAGES_WITHOUT_NEWS;
  };
}
