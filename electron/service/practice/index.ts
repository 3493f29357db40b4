import { GRAPH_VERSION } from '../../../shared/domain/source/graph-version.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { hashShare } from './world/random.ts';
import { createControl, type PageControl } from './control/page-control.ts';
import { generateWorld } from './history/generate.ts';
import { bulkWorld, emptyWorld } from './history/plain-worlds.ts';
import { Access, type GrantChange } from './http/access.ts';
import { createFaults, type Fault } from './http/faults.ts';
import { startServer } from './http/server.ts';
import { createUsage, type UsageSetting } from './http/usage.ts';
import type { World } from './world/items.ts';
import { openJournal } from './world/journal.ts';
import { readRecording } from './world/recorded.ts';
import { PageState } from './world/state.ts';

export type { PageControl, Saying } from './control/page-control.ts';
export type { Snapshot, SnapshotItem, SnapshotThread } from './control/snapshot.ts';
export { PRACTICE_APP } from './http/access.ts';
export { FAULT_KINDS, faultOf, type Fault, type FaultKind } from './http/faults.ts';
export type { UsageSetting } from './http/usage.ts';

/** Where a practice page gets its people from. */
export type WorldSource =
  /** A recorded feed, served as it is. */
  | { readonly kind: 'recorded'; readonly file: string; readonly pageId?: string }
  /** Two invented years: 1, 4, 7 … a telecom company, 2, 5, 8 … energy, 3, 6, 9 … fashion retail. */
  | {
      readonly kind: 'seed';
      readonly seed: number;
      readonly pageId?: string;
      /** False keeps it still: nobody writes anything new, nobody reacts. */
      readonly lively?: boolean;
    }
  /** Many posts and comments, quickly made, on a still page: to measure with. */
  | {
      readonly kind: 'bulk';
      readonly seed: number;
      readonly posts: number;
      readonly comments: number;
      readonly pageId?: string;
    }
  /** A few own posts on a still page: everything else is done by the test. */
  | { readonly kind: 'empty'; readonly seed?: number; readonly pageId?: string };

/** What tests and trainers do to a running page without HTTP. */
export interface PracticeControl extends PageControl {
  /** Kills, revives or narrows a token: the page's and its user's when none is named. */
  setToken(change: GrantChange, token?: string): void;
  /** Tells these shares in the usage headers; null counts again. */
  setUsage(usage: UsageSetting | null): void;
  addFault(...faults: readonly Fault[]): void;
  clearFaults(): void;
}

export interface PracticeOptions {
  /** 0 for any free one; a taken one is replaced by a free one. */
  readonly port: number;
  readonly world: WorldSource;
  readonly clock: { now(): number };
  /** Where writes are kept over restarts; null forgets them. */
  readonly journalFile: string | null;
  readonly token?: string;
  readonly faults?: readonly Fault[];
  /** Lets `POST /__practice/advance` move the clock, when it can be moved. */
  readonly advanceClock?: (byMs: number) => void;
}

export interface PracticePage {
  /** The Graph base: `http://127.0.0.1:PORT/v26.0`. */
  readonly url: string;
  readonly pageId: string;
  readonly token: string;
  readonly name: string;
  /** A token of the person behind the page: a list of many pages, no comments. */
  readonly userToken: string;
  readonly control: PracticeControl;
  readonly stats: {
    readonly requests: number;
    /** Calls by method and edge: `GET {id}/comments`. */
    readonly byEdge: Readonly<Record<string, number>>;
  };
  /** Stops answering and lets go of the journal; a second call waits for the first. */
  close(): Promise<void>;
}

/** The world that the demo opens: the telecom company. */
export const DEMO_SEED = 1;

/** A made-up page number that stays the same for the same seed. */
const inventedPageId = (seed: number): string =>
  `1000${String(Math.floor(hashShare(`page/${String(seed)}`) * 1e11)).padStart(11, '0')}`;

/** Not a secret: it opens a make-believe page on this machine, and must survive restarts. */
const inventedToken = (pageId: string): string =>
  `EAAPRACTICE${Buffer.from(`${pageId}/practice`).toString('base64url')}`;

function worldName(source: WorldSource, pageId: string | undefined): string {
  switch (source.kind) {
    case 'recorded':
      return 'recorded';
    case 'seed':
      return `seed/${String(source.seed)}/${String(pageId)}`;
    case 'bulk': {
      const { seed, posts, comments } = source;
      return `bulk/${[seed, posts, comments, pageId].join('/')}`;
    }
    case 'empty':
      return `empty/${String(pageId)}`;
    default:
      return assertNever(source);
  }
}

function openWorld(source: WorldSource, pageId: string | undefined, anchorMs: number): World {
  const id = pageId ?? '0';
  switch (source.kind) {
    case 'recorded':
      return readRecording(source.file, pageId);
    case 'seed':
      return generateWorld({ ...source, anchorMs, pageId: id, lively: source.lively ?? true });
    case 'bulk':
      return bulkWorld(source, id, anchorMs);
    case 'empty':
      return emptyWorld(id, anchorMs);
    default:
      return assertNever(source);
  }
}

/**
 * Starts a Graph-compatible page on loopback. Rejects when the recording cannot be read or the
 * journal cannot be written.
 */
export async function startPracticePage(options: PracticeOptions): Promise<PracticePage> {
  const { world: source, clock } = options;
  const wantedId = source.kind === 'recorded' ? undefined : inventedPageId(source.seed ?? 0);
  const pageId = source.pageId ?? wantedId;
  const journal = openJournal(options.journalFile, worldName(source, pageId), clock.now());
  const world = openWorld(source, pageId, journal.anchorMs);
  const state = new PageState({ world, journal, clock });
  const token = options.token ?? inventedToken(state.info.id);
  const access = new Access(state.info, token, clock.now());
  const usage = createUsage();
  const faults = createFaults(options.faults);
  const page = createControl(state);
  const advance = options.advanceClock ?? null;
  const parts = { state, page, access, usage, faults, advance };
  const server = await startServer({ ...parts, version: GRAPH_VERSION, port: options.port });
  let closing: Promise<void> | null = null;
  return {
    url: `${server.origin}/${GRAPH_VERSION}`,
    pageId: state.info.id,
    token,
    userToken: access.userToken,
    name: state.info.name,
    control: {
      ...page,
      setToken: (change, named) => void access.change(change, named),
      setUsage: usage.set,
      addFault: (...more) => more.forEach(faults.add),
      clearFaults: faults.clear,
    },
    stats: usage,
    close: () => (closing ??= server.close().then(() => state.close())),
  };
}
