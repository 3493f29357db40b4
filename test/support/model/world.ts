import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticePage, type PracticePage } from '../../../electron/service/practice/index.ts';
import type { Wait } from '../../../electron/service/connectors/_shared/wait.ts';
import type { Connector } from '../../../electron/service/ports/connector.ts';
import type {
  AccountRow,
  AppendResult,
  WritableStore,
} from '../../../electron/service/ports/store.ts';
import { addAccount } from '../../../electron/service/usecases/accounts.ts';
import { refreshThread } from '../../../electron/service/usecases/refresh-thread.ts';
import { syncSource } from '../../../electron/service/usecases/sync-source.ts';
import { createService, type Service } from '../../../electron/service/wire.ts';
import type { DomainEvent } from '../../../shared/domain/event.ts';
import type { ReadDepth, ReadSource } from '../../../shared/domain/source/plan.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { manualClock, type ManualClock } from '../manual-clock.ts';
import { seededRandom } from '../seeded-random.ts';

/** A Monday, 9:00 in Rome, and a bit: no fact of ours ever falls on a whole second. */
export const START_MS = Date.parse('2026-11-23T08:00:00.123Z');

/** What a world tells of itself while it is played. */
export interface Listener {
  /** Facts were committed. */
  facts(events: readonly DomainEvent[]): void;
  /** A read waits for its next step. */
  between(): void;
}

/** How a read went. `failed`: as a whole, so that the rest was not tried. */
export type ReadOutcome = 'complete' | 'in_parts' | 'failed';

/** A page on loopback and the real service that reads it, on a real workspace and a held clock. */
export interface ModelWorld {
  readonly clock: ManualClock;
  readonly page: PracticePage;
  readonly account: () => AccountRow;
  readonly store: () => WritableStore;
  /** Reads these sources, one after the other, until one fails as a whole. */
  read(depth: ReadDepth, sources: readonly ReadSource[]): Promise<ReadOutcome>;
  look(conversationId: string): Promise<Result<void, AppError>>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Memory where there is some: 300 histories need no disk, and nothing here pulls a plug. */
const folderFor = (): string =>
  mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'riscontro-model-'));

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Opens the world of a seed, its account connected and nothing read. */
export async function openWorld(seed: number, listener: Listener): Promise<ModelWorld> {
  const profileDir = folderFor();
  const clock = manualClock(START_MS);
  const world = { kind: 'empty', seed } as const;
  const page = await startPracticePage({ port: 0, world, clock, journalFile: null });
  const random = seededRandom(seed);
  const open = async (): Promise<Service> => {
    const opened = createService({
      profileDir,
      program: 'cli',
      logger: {
        ...silent,
        error: (_event, cause) => {
          throw cause;
        },
      },
      keychain: null,
      jobs: { sync: false, outbox: false },
      caretaker: false,
      clock,
      ids: { next: () => random.uuid(clock.now()) },
      random: () => random.next(),
      wait: passOn(clock),
      around: {
        store: (store) => listened(store, listener),
        connector: (connector) => paced(connector, listener),
      },
    });
    if (!opened.ok) throw new Error(`The service does not open: ${opened.error.code}`);
    await opened.value.begin();
    return opened.value;
  };
  let service = await open();
  const added = await addAccount(service.inbox, {
    channel: 'facebook',
    externalId: page.pageId,
    token: page.token,
    baseUrl: page.url,
    practice: false,
  });
  if (!added.ok) throw new Error(added.error.code);
  const { id } = added.value;
  const signal = new AbortController().signal;
  return {
    clock,
    page,
    account: () => added.value,
    store: () => service.inbox.store,
    read: async (depth, sources) => {
      let complete = true;
      for (const source of sources) {
        const report = await syncSource(service.inbox, id, { source, depth, signal });
        if (!report.ok) return 'failed';
        complete &&= report.value.complete;
      }
      return complete ? 'complete' : 'in_parts';
    },
    look: (conversationId) => refreshThread(service.inbox, conversationId, signal),
    stop: () => service.close(),
    start: async () => {
      service = await open();
    },
    close: async () => {
      await service.close();
      await page.close();
      rmSync(profileDir, { recursive: true, force: true });
    },
  };
}

const passOn =
  (clock: ManualClock): Wait =>
  (ms) => {
    clock.advance(clock.now() % 1_000 === -ms % 1_000 ? ms + 1 : ms);
    return Promise.resolve();
  };

function listened(store: WritableStore, listener: Listener): WritableStore {
  const tell = (result: AppendResult): AppendResult => {
    listener.facts(result.events);
    return result;
  };
  return {
    ...store,
    append: (events) => tell(store.append(events)),
    appendRead: (events, local) => tell(store.appendRead(events, local)),
  };
}

/** Lets the page live on between two steps of a read. */
function paced(connector: Connector, listener: Listener): Connector {
  return {
    ...connector,
    read: async function* (account, plan) {
      const steps = connector.read(account, plan);
      for (;;) {
        const next = await steps.next();
        if (next.done === true) return next.value;
        yield next.value;
        listener.between();
      }
    },
  };
}
