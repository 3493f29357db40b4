import { GRAPH_VERSION } from '../../../shared/domain/source/graph-version.ts';
import { hashShare } from './world/random.ts';
import { generateWorld } from './history/generate.ts';
import { createFaults, type Fault } from './http/faults.ts';
import { startServer } from './http/server.ts';
import type { World } from './world/items.ts';
import { openJournal } from './world/journal.ts';
import { readRecording } from './world/recorded.ts';
import { PageState } from './world/state.ts';

export type { Fault, FaultKind } from './http/faults.ts';

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
    };

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
  readonly stats: { readonly requests: number };
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
  return source.kind === 'seed' ? `seed/${String(source.seed)}/${String(pageId)}` : 'recorded';
}

function openWorld(source: WorldSource, pageId: string | undefined, anchorMs: number): World {
  if (source.kind === 'recorded') return readRecording(source.file, pageId);
  const lively = source.lively ?? true;
  return generateWorld({ seed: source.seed, anchorMs, pageId: pageId ?? '0', lively });
}

/**
 * Starts a Graph-compatible page on loopback. Rejects when the recording cannot be read or the
 * journal cannot be written.
 */
export async function startPracticePage(options: PracticeOptions): Promise<PracticePage> {
  const { world: source, clock } = options;
  const wantedId = source.kind === 'seed' ? inventedPageId(source.seed) : undefined;
  const pageId = source.pageId ?? wantedId;
  const journal = openJournal(options.journalFile, worldName(source, pageId), clock.now());
  const world = openWorld(source, pageId, journal.anchorMs);
  const state = new PageState({ world, journal, clock });
  const token = options.token ?? inventedToken(state.info.id);
  const server = await startServer({
    state,
    token,
    version: GRAPH_VERSION,
    port: options.port,
    faults: createFaults(options.faults),
    advance: options.advanceClock ?? null,
  });
  let closing: Promise<void> | null = null;
  return {
    url: `${server.origin}/${GRAPH_VERSION}`,
    pageId: state.info.id,
    token,
    name: state.info.name,
    stats: {
      get requests() {
        return server.requests();
      },
    },
    close: () => (closing ??= server.close().then(() => state.close())),
  };
}
