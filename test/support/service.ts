import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Logger } from '../../electron/service/ports/logger.ts';
import type { AccountRow, InboxRow } from '../../electron/service/ports/store.ts';
import {
  startPracticePage,
  type Fault,
  type PracticePage,
  type WorldSource,
} from '../../electron/service/practice/index.ts';
import { addAccount } from '../../electron/service/usecases/accounts.ts';
import type { Inbox } from '../../electron/service/usecases/inbox.ts';
import { syncAccount, type AccountReport } from '../../electron/service/usecases/sync-account.ts';
import { createService, type Service, type WireOptions } from '../../electron/service/wire.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';
import { seededRandom } from './seeded-random.ts';

/** A Monday, 9:00 in Rome. */
export const START_MS = Date.parse('2026-11-23T08:00:00Z');

/** Posts and comments as they were recorded in 2014: 25 conversations, 73 messages, no answer. */
export const RECORDED: WorldSource = {
  kind: 'recorded',
  file: fileURLToPath(new URL('./fixtures/facebook/restfb/v2_1__feed-got.json', import.meta.url)),
};

/** What the service said in its log. */
export interface SaidLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
}

/** A real service on a real workspace, beside a page on loopback and a clock that tests move. */
export interface TestWorld {
  readonly page: PracticePage;
  readonly clock: ManualClock;
  readonly profileDir: string;
  readonly account: AccountRow;
  readonly said: SaidLine[];
  /** The inbox of the service as it runs now. */
  inbox(): Inbox;
  service(): Service;
  sync(depth?: 'index' | 'complete'): Promise<AccountReport>;
  /** Every conversation, newest first. */
  rows(): readonly InboxRow[];
  /** Ends the service and starts it again on the same workspace; `meanwhile` runs in between. */
  restart(options?: Partial<WireOptions>, meanwhile?: () => void): Promise<void>;
  fault(fault: Fault): Promise<void>;
  noFaults(): Promise<void>;
  /** `author`: a platform id; default: somebody who has not written before. */
  customerWrites(parentId: string, text: string, author?: string | null): Promise<void>;
  /** What the page itself wrote under `parentId`, deleted or not. */
  ownComments(parentId: string): Promise<readonly { readonly id: string; readonly text: string }[]>;
}

/** Starts page and service, connects and reads once. Everything ends with the test. */
export async function testWorld(
  options: Partial<WireOptions> = {},
  source: WorldSource = RECORDED,
): Promise<TestWorld> {
  const profileDir = mkdtempSync(join(tmpdir(), 'riscontro-world-'));
  const clock = manualClock(START_MS);
  const page = await startPracticePage({ port: 0, world: source, clock, journalFile: null });
  const said: SaidLine[] = [];
  const random = seededRandom(1);
  const open = async (more: Partial<WireOptions> = {}): Promise<Service> => {
    const opened = createService({
      profileDir,
      program: 'cli',
      logger: listening(said),
      keychain: null,
      jobs: { sync: false, outbox: false },
      caretaker: false,
      clock,
      ids: { next: () => random.uuid(clock.now()) },
      random: () => random.next(),
      wait: () => Promise.resolve(),
      ...options,
      ...more,
    });
    if (!opened.ok) throw new Error(`The service does not open: ${opened.error.code}`);
    await opened.value.begin();
    return opened.value;
  };
  let service = await open();
  onTestFinished(async () => {
    await service.close();
    await page.close();
    rmSync(profileDir, { recursive: true, force: true });
  });
  const account = await connect(service.inbox, page);
  const world: TestWorld = {
    page,
    clock,
    profileDir,
    account,
    said,
    inbox: () => service.inbox,
    service: () => service,
    sync: (depth = 'complete') => read(service.inbox, account.id, depth),
    rows: () => allRows(service.inbox),
    restart: async (more, meanwhile) => {
      await service.close();
      meanwhile?.();
      service = await open(more);
    },
    ...pageControl(page),
  };
  await world.sync();
  return world;
}

async function connect(inbox: Inbox, page: PracticePage): Promise<AccountRow> {
  const added = await addAccount(inbox, {
    channel: 'facebook',
    externalId: page.pageId,
    token: page.token,
    baseUrl: page.url,
    practice: false,
  });
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
}

async function read(
  inbox: Inbox,
  accountId: string,
  depth: 'index' | 'complete',
): Promise<AccountReport> {
  const signal = new AbortController().signal;
  const report = await syncAccount(inbox, accountId, { depth, signal });
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

/** Returns every conversation of an inbox, newest first. */
export function allRows(inbox: Inbox): readonly InboxRow[] {
  const query = { view: 'all', filter: {}, cursor: null, limit: 200 } as const;
  return inbox.store.page({ ...query, nowMs: inbox.clock.now() }).rows;
}

function pageControl(
  page: PracticePage,
): Pick<TestWorld, 'fault' | 'noFaults' | 'customerWrites' | 'ownComments'> {
  const at = (path: string): URL => new URL(`/__practice/${path}`, page.url);
  const post = async (path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(at(path), { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The practice page refuses ${path}: ${await answer.text()}`);
  };
  return {
    // A list: Graph takes a `method` in a body for the request's own.
    fault: (fault) => post('faults', [fault]),
    noFaults: async () => void (await fetch(at('faults'), { method: 'DELETE' })),
    customerWrites: (parent, message, author) =>
      post('comment', { parent, message, ...(typeof author === 'string' ? { author } : {}) }),
    ownComments: async (parentId) => {
      const answer = await fetch(at(`state?parent=${encodeURIComponent(parentId)}`));
      const { commentsByParent } = (await answer.json()) as {
        readonly commentsByParent: Record<
          string,
          readonly { readonly id: string; readonly message: string; readonly byPage: boolean }[]
        >;
      };
      return Object.values(commentsByParent)
        .flat()
        .filter((comment) => comment.byPage)
        .map(({ id, message }) => ({ id, text: message }));
    },
  };
}

const listening = (said: SaidLine[]): Logger => ({
  info: (event) => void said.push({ level: 'info', event }),
  warn: (event) => void said.push({ level: 'warn', event }),
  error: (event) => void said.push({ level: 'error', event }),
});

/** Lets the service work, without letting its time pass, until `condition` holds. */
export async function until(clock: ManualClock, condition: () => boolean): Promise<void> {
  while (!condition()) {
    clock.advance(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
