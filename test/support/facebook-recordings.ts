import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { judgeRead } from '../../electron/service/connectors/facebook/graph-answer.ts';
import { partOf } from '../../electron/service/connectors/facebook/graph-batch.ts';
import { faultIn, readError } from '../../electron/service/connectors/facebook/graph-errors.ts';
import {
  identitySchema,
  pageSchema,
} from '../../electron/service/connectors/facebook/graph-schemas.ts';
import * as instagram from '../../electron/service/connectors/facebook/instagram/map.ts';
import { mapComment, mapPost } from '../../electron/service/connectors/facebook/map.ts';
import { mapReview } from '../../electron/service/connectors/facebook/map-review.ts';
import { mapMessage, mapThread } from '../../electron/service/connectors/facebook/messenger/map.ts';
import { withNested } from '../../electron/service/connectors/facebook/threads.ts';
import type { SetAside } from '../../electron/service/ports/connector.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { NOW } from './facebook-reads.ts';

const OURS = new URL('./fixtures/facebook/', import.meta.url);
/** The same recordings beside the repository, where new ones arrive first. */
const SHARED = new URL('../../../shared/data/facebook/', import.meta.url);

/** Returns every recording by `folder/name`, without the ending. */
export function recordings(): readonly string[] {
  const names = [OURS, SHARED]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const json = names.filter((name) => name.endsWith('.json'));
  return [...new Set(json.map((name) => name.slice(0, -'.json'.length)))].toSorted();
}

/** Reads one of them. */
export function recording(name: string): unknown {
  const own = new URL(`${name}.json`, OURS);
  return JSON.parse(readFileSync(existsSync(own) ? own : new URL(`${name}.json`, SHARED), 'utf8'));
}

const PAGE = '19292868552';
const at = { pageId: PAGE, nowMs: NOW };
const feedAt = { ...at, source: 'posts' } as const;
const linked = { externalId: 'ig', name: 'ikroskun' };
const place = { mediaId: null, permalink: null, under: null };
const thread = { id: 't_1', canReply: null, permalink: null };

/** What became of one item: `read`, or why it was set aside and for which field. */
const fate = (mapped: Result<unknown, SetAside>): string =>
  mapped.ok ? 'read' : `${mapped.error.reason} ${mapped.error.detail.split(': ')[1] ?? ''}`.trim();

const asPost = (raw: unknown): string => fate(mapPost(raw, feedAt, 'x'));
const asComment = (raw: unknown): string => fate(mapComment({ raw, parentId: null }, at, 'x'));
const asMessage = (raw: unknown): string => fate(mapMessage(raw, { ...at, thread }, 'x'));
const asThread = (raw: unknown): string => fate(mapThread(raw, at, 'x'));
const asReview = (raw: unknown): string => fate(mapReview(raw, { ...at, source: 'reviews' }, 'x'));
const asInstagram = (raw: unknown): string =>
  fate(instagram.mapComment(raw, { ...at, linked, place }, 'x'));

const list = (raw: unknown): readonly unknown[] => pageSchema.parse(raw).data;
const byId = (raw: unknown): readonly unknown[] => Object.values(raw as object);
const inside =
  (field: string) =>
  (raw: unknown): readonly unknown[] =>
    list((raw as Record<string, unknown>)[field]);

type Reader = (raw: unknown) => readonly string[];

const one =
  (read: (raw: unknown) => string): Reader =>
  (raw) => [read(raw)];
const each =
  (items: (raw: unknown) => readonly unknown[], read: (raw: unknown) => string): Reader =>
  (raw) =>
    items(raw).map(read);

/** The answers that the connector knows, and how it takes them: each by its own code. */
export const READERS = {
  posts: each(list, asPost),
  'posts by id': each(byId, asPost),
  post: one(asPost),
  comments: each(list, asComment),
  'comments by id': each(byId, asComment),
  'comments inside': each(inside('comments'), asComment),
  'comment with replies': (raw) => withNested([raw]).map((found) => asComment(found.raw)),
  comment: one(asComment),
  conversation: one(asThread),
  'conversations by id': each(byId, asThread),
  'messages inside': each(inside('messages'), asMessage),
  'messages by id': each(byId, asMessage),
  'messages in a row': each((raw) => raw as readonly unknown[], asMessage),
  message: one(asMessage),
  review: one(asReview),
  'Instagram comments': each(list, asInstagram),
  'Instagram comments by id': each(byId, asInstagram),
  'Instagram comment': one(asInstagram),
  page: one((raw) => (identitySchema.safeParse(raw).success ? 'read' : 'bad_shape')),
  error: one((raw) => {
    const fault = faultIn(raw);
    return fault === null ? 'no fault' : readError(fault).code;
  }),
  batch: each(
    (raw) => raw as readonly unknown[],
    (raw) => {
      const { part } = partOf(raw, new Headers());
      return part.ok ? 'read' : part.error.code;
    },
  ),
  /** Not an answer to anything that is asked: as a list it is of no shape. */
  unasked: one((raw) => {
    const read = judgeRead({ status: 200, headers: new Headers(), body: raw });
    return read.ok && pageSchema.safeParse(read.value.body).success ? 'read' : 'bad_shape';
  }),
} as const satisfies Record<string, Reader>;
