import { TESTER, type PageControl, type Saying } from '../control/page-control.ts';
import { snapshotOf, type SnapshotItem } from '../control/snapshot.ts';
import { graphTime, type PostKind } from '../world/items.ts';
import type { PageState } from '../world/state.ts';
import type { Access } from './access.ts';
import { answer, badParameter, noSuchObject, type Answer } from './answers.ts';
import { faultOf, type FaultList } from './faults.ts';
import type { Query } from './query.ts';
import { isObject } from './render.ts';
import type { Usage, UsageSetting } from './usage.ts';
import type { WireRequest } from './wire.ts';

/** What the control endpoints may touch. */
export interface ControlSource {
  readonly state: PageState;
  readonly page: PageControl;
  readonly access: Access;
  readonly usage: Usage;
  readonly faults: FaultList;
  /** Moves the clock; null when the page runs on the real one. */
  readonly advance: ((byMs: number) => void) | null;
}

const oracleView = (item: SnapshotItem): object => ({
  ...item,
  message: item.text,
  created_time: graphTime(item.createdAtMs),
});

const seen = (items: readonly SnapshotItem[]): number =>
  items.filter((item) => item.visible).length;

function describe({ state, usage }: ControlSource, { query }: WireRequest): Answer {
  const only = query.get('parent');
  const { page, nowMs, posts, comments, conversations, blocked } = snapshotOf(state);
  const byParent: Record<string, object[]> = {};
  for (const comment of comments) {
    const parent = comment.parentId ?? comment.postId ?? '';
    if (only === undefined || only === parent) (byParent[parent] ??= []).push(oracleView(comment));
  }
  return answer({
    page,
    now: graphTime(nowMs),
    counts: { posts: seen(posts), comments: seen(comments) },
    requests: usage.requests,
    requestsByEdge: usage.byEdge,
    commentsByParent: byParent,
    ...(only === undefined ? { posts: posts.map(oracleView), conversations, blocked } : {}),
  });
}

function sayingOf(query: Query): Saying {
  const from = {
    id: query.get('author') ?? TESTER.id,
    name: query.get('name') ?? TESTER.name,
  };
  return { text: query.get('message') ?? '', from, photo: query.get('photo') === 'true' };
}

/** Runs `write` when there is something to say and something to say it to. */
function say(
  source: ControlSource,
  query: Query,
  write: (saying: Saying, parent: string) => string,
) {
  const [parent, saying] = [query.get('parent'), sayingOf(query)];
  if (parent !== undefined && source.state.find(parent) === null) return noSuchObject(parent);
  if (saying.text === '' && saying.photo !== true) {
    return badParameter('The parameter message is required.');
  }
  return answer({ id: write(saying, parent ?? '') });
}

/** Runs `deed` on the item that `id` names, gone or not. */
function change({ state }: ControlSource, query: Query, deed: (id: string) => void): Answer {
  const id = query.get('id') ?? '';
  if (state.findGone(id) === null) return noSuchObject(id);
  deed(id);
  return answer({ success: true });
}

const POST_KINDS: readonly PostKind[] = ['own', 'visitor', 'mention', 'ad', 'reel', 'media'];

function writePost(source: ControlSource, query: Query, fixed?: PostKind): Answer {
  const kind = fixed ?? POST_KINDS.find((one) => one === (query.get('kind') ?? 'own'));
  if (kind === undefined) return badParameter(`kind is one of ${POST_KINDS.join(', ')}.`);
  return say(source, query, (saying) => source.page.writePost({ ...saying, kind }));
}

function writeBelow(source: ControlSource, query: Query, own: boolean): Answer {
  if (!query.has('parent')) return noSuchObject('');
  return say(source, query, (saying, parent) =>
    own
      ? source.page.ownReply({ text: saying.text, parent })
      : source.page.writeComment({ ...saying, parent }),
  );
}

function changeFaults({ faults }: ControlSource, { method, json }: WireRequest): Answer {
  if (method === 'DELETE') faults.clear();
  if (method === 'POST') {
    const wanted = (Array.isArray(json) ? json : [json]).map(faultOf);
    if (wanted.includes(null)) return badParameter('That is no fault this page knows.');
    wanted.forEach((fault) => fault && faults.add(fault));
  }
  return answer({ data: faults.list() });
}

function changeUsage({ usage }: ControlSource, { method, json }: WireRequest): Answer {
  if (method === 'DELETE') usage.set(null);
  if (method === 'POST') {
    if (!isObject(json)) return badParameter('The usage is an object of percentages.');
    usage.set(json satisfies UsageSetting);
  }
  return answer({ data: usage.setting() });
}

/** Kills (`subcode`), revives (`revive`) or narrows (`scopes`) a token; the page's when unnamed. */
function changeToken({ access }: ControlSource, { query, json }: WireRequest): Answer {
  const subcode = query.get('subcode');
  const scopes = isObject(json) ? json['scopes'] : undefined;
  const dead = query.has('revive') ? null : subcode === undefined ? undefined : Number(subcode);
  const changed = access.change(
    {
      ...(dead === undefined ? {} : { dead }),
      ...(Array.isArray(scopes) ? { scopes: scopes.map(String) } : {}),
    },
    query.get('token'),
  );
  return changed ? answer({ success: true }) : badParameter('No such token.');
}

function moveClock({ advance, state }: ControlSource, { query }: WireRequest): Answer {
  const byMs = Number(query.get('ms'));
  if (advance === null) return badParameter('This page runs on the real clock.');
  if (!Number.isSafeInteger(byMs) || byMs < 0) return badParameter('ms is a whole number from 0.');
  advance(byMs);
  state.advance();
  return answer({ now: graphTime(state.nowMs()) });
}

type Verb = (source: ControlSource, request: WireRequest) => Answer;

const onItem =
  (deed: (page: PageControl, id: string, query: Query) => void): Verb =>
  (source, { query }) =>
    change(source, query, (id) => deed(source.page, id, query));

const privately: Verb = (source, { query }) =>
  say(source, query, (saying) =>
    source.page.message({
      ...saying,
      platform: query.get('platform') === 'instagram' ? 'instagram' : 'messenger',
    }),
  );

const VERBS: Readonly<Record<string, Verb>> = {
  'GET state': describe,
  'POST post': (source, { query }) => writePost(source, query),
  'POST visitor': (source, { query }) => writePost(source, query, 'visitor'),
  'POST mention': (source, { query }) => writePost(source, query, 'mention'),
  'POST comment': (source, { query }) => writeBelow(source, query, false),
  'POST own': (source, { query }) => writeBelow(source, query, true),
  'POST message': privately,
  'POST edit': onItem((page, id, query) => page.edit(id, query.get('message') ?? '')),
  'POST hide': onItem((page, id) => page.hide(id)),
  'POST unhide': onItem((page, id) => page.unhide(id)),
  'POST delete': onItem((page, id) => page.remove(id)),
  'POST restore': onItem((page, id) => page.restore(id)),
  'POST like': onItem((page, id, query) => page.like(id, Number(query.get('more') ?? 1))),
  'POST token': changeToken,
  'GET usage': changeUsage,
  'POST usage': changeUsage,
  'DELETE usage': changeUsage,
  'GET faults': changeFaults,
  'POST faults': changeFaults,
  'DELETE faults': changeFaults,
  'POST advance': moveClock,
};

/** Answers `/__practice/…`: for tests and trainers, never part of what the platform has. */
export function control(source: ControlSource, request: WireRequest): Answer {
  const verb = VERBS[`${request.method} ${request.path[1] ?? ''}`];
  return verb === undefined ? noSuchObject(request.path.join('/')) : verb(source, request);
}
