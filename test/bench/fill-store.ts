import type { NewEvent } from '../../shared/domain/event.ts';
import { openStore, type OpenedStore } from '../../electron/service/store/open-store.ts';
import { systemClock } from '../../electron/service/system/system-clock.ts';
import { uuidIds } from '../../electron/service/system/uuid-ids.ts';
import { pageHistory } from '../support/store-facts.ts';

/** Conversations per append: what one answer of the page brings at a first read. */
const STEP = 100;

/** The page that the made-up conversations belong to. */
export const BENCH_ACCOUNT = 'bench-page';

/** Opens the store in `profileDir` as the service does; throws when it cannot. */
export function openForBench(profileDir: string): OpenedStore {
  const opened = openStore({
    profileDir,
    ids: uuidIds,
    clock: systemClock,
    node: 'bench',
    caretaker: false,
  });
  if (!opened.ok) throw new Error(`The store does not open: ${opened.error.code}`);
  return opened.value;
}

const accountAdded = (atMs: number): NewEvent<'account.added'> => ({
  kind: 'account.added',
  actor: 'system',
  accountId: BENCH_ACCOUNT,
  conversationId: null,
  happenedAtMs: atMs,
  payload: {
    channel: 'facebook',
    externalId: '1000',
    name: 'Pagina di prova',
    // Nobody listens there: the benchmark reads nothing from it.
    baseUrl: 'http://127.0.0.1:9',
    teamId: 'care',
    practice: false,
  },
});

/** Puts two years of a page with this many conversations into `store`, in steps as a read would. */
export function ingest(
  store: OpenedStore,
  conversations: number,
): { readonly events: number; readonly elapsedMs: number } {
  const untilMs = Date.now();
  store.append([accountAdded(untilMs)]);
  const steps: NewEvent[][] = [];
  let step: NewEvent[] = [];
  let count = 0;
  for (const facts of pageHistory(conversations, { seed: 1, untilMs, accountId: BENCH_ACCOUNT })) {
    step.push(...facts);
    count += 1;
    if (count % STEP === 0 || count === conversations) {
      steps.push(step);
      step = [];
    }
  }
  const startedAt = performance.now();
  for (const facts of steps) {
    store.appendRead(facts, { accountId: BENCH_ACCOUNT, setAside: [], posts: new Map() });
  }
  const elapsedMs = performance.now() - startedAt;
  return { events: steps.reduce((sum, facts) => sum + facts.length, 0), elapsedMs };
}

/** Makes a workspace with this many conversations in `profileDir`, closed in order. */
export function fillStore(profileDir: string, conversations: number): void {
  const store = openForBench(profileDir);
  ingest(store, conversations);
  store.close();
}
