import type { Item } from '../world/items.ts';
import { graphTime } from '../world/items.ts';
import type { PageState } from '../world/state.ts';
import { answer, badParameter, noSuchObject, type Answer } from './answers.ts';
import { faultOf, type FaultList } from './faults.ts';
import type { WireRequest } from './wire.ts';

/** What the control endpoints may touch. */
export interface ControlSource {
  readonly state: PageState;
  readonly faults: FaultList;
  /** Moves the clock; null when the page runs on the real one. */
  readonly advance: ((byMs: number) => void) | null;
  readonly requests: () => number;
}

/** An item as an oracle wants it: no fields to ask for, nothing left out. */
function oracleView(state: PageState, item: Item): object {
  const { id, from, createdAtMs } = item;
  return {
    id,
    from,
    byPage: from?.id === state.info.id,
    message: state.textOf(item),
    created_time: graphTime(createdAtMs),
    visible: state.visible(item),
  };
}

function describe({ state, requests }: ControlSource, only: string | undefined): Answer {
  const everything = state.everything();
  const comments = everything.filter((item) => item.kind === 'comment');
  const byParent: Record<string, object[]> = {};
  for (const comment of comments) {
    const parent = comment.parentId ?? comment.postId;
    if (only === undefined || only === parent) {
      (byParent[parent] ??= []).push(oracleView(state, comment));
    }
  }
  const visible = everything.filter((item) => state.visible(item));
  const visibleComments = visible.filter((item) => item.kind === 'comment').length;
  return answer({
    page: state.info,
    now: graphTime(state.nowMs()),
    counts: { posts: visible.length - visibleComments, comments: visibleComments },
    requests: requests(),
    commentsByParent: byParent,
  });
}

/** Somebody without a name of their own is this person. */
const TESTER = { id: '100009900000001', name: 'Prova Cliente' };

function addComment({ state }: ControlSource, { query }: WireRequest): Answer {
  const parent = query.get('parent') ?? '';
  const target = state.find(parent);
  const text = query.get('message') ?? '';
  if (target === null) return noSuchObject(parent);
  if (text === '') return badParameter('The parameter message is required.');
  const name = query.get('name') ?? TESTER.name;
  const id = query.get('author') ?? TESTER.id;
  return answer({ id: state.write({ target, text, from: { id, name } }).id });
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

function moveClock({ advance, state }: ControlSource, { query }: WireRequest): Answer {
  const byMs = Number(query.get('ms'));
  if (advance === null) return badParameter('This page runs on the real clock.');
  if (!Number.isSafeInteger(byMs) || byMs < 0) return badParameter('ms is a whole number from 0.');
  advance(byMs);
  state.advance();
  return answer({ now: graphTime(state.nowMs()) });
}

/** Answers `/__practice/…`: for tests and trainers, never part of what the platform has. */
export function control(source: ControlSource, request: WireRequest): Answer {
  switch (`${request.method} ${request.path[1] ?? ''}`) {
    case 'GET state':
      return describe(source, request.query.get('parent'));
    case 'POST comment':
      return addComment(source, request);
    case 'GET faults':
    case 'POST faults':
    case 'DELETE faults':
      return changeFaults(source, request);
    case 'POST advance':
      return moveClock(source, request);
    default:
      return noSuchObject(request.path.join('/'));
  }
}
