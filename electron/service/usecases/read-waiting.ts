import { openBatchSize } from '../../../shared/domain/source/budget.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { ItemRef } from '../ports/connector.ts';
import { accountFailed, stopsAccount } from './account-health.ts';
import { reach, type Inbox } from './inbox.ts';
import { ingestStep } from './ingest-step.ts';
import { spendOf, type Spend } from './spend.ts';

/** Of so many that are due first some are read anew each time. */
const WAITING_LOOKED_AT = 50;

/** Messenger and Instagram have allowances of their own. */
const OWN_ALLOWANCE: ReadonlySet<SourceId> = new Set<SourceId>(['messenger', 'instagram']);

/** When each waiting message was last read anew, by its platform id; kept by whoever reads. */
export type ReadAnew = Map<string, number>;

/**
 * Reads messages that wait for an answer anew, those that were not for the longest time first, then
 * those that are due first: an edit or a deletion moves no post. Their number follows what the page's
 * allowance has left. Errors: those of `reach` and of the connector.
 */
export async function readWaiting(
  inbox: Inbox,
  accountId: string,
  readAnew: ReadAnew,
  signal: AbortSignal,
): Promise<Result<number, AppError>> {
  const startedAtMs = inbox.clock.now();
  const reached = await reach(inbox, accountId);
  if (!reached.ok) return reached;
  const { account, connector, remote } = reached.value;
  const size = openBatchSize(pageCalls(spendOf(inbox, account)));
  const items = longestAgo(inbox.store.waitingItems(accountId, WAITING_LOOKED_AT), readAnew, size);
  if (items.length === 0) return ok(0);
  return inbox.turns.run(accountId, async () => {
    const read = await connector.readItems(remote, items, signal);
    if (inbox.store.account(accountId) === null) return ok(0);
    const failures = read.ok ? read.value.failures.map(({ error }) => error) : [read.error];
    const stop = failures.find(stopsAccount);
    if (stop !== undefined && !signal.aborted) accountFailed(inbox, account, startedAtMs, stop);
    if (!read.ok) return read;
    for (const { externalId } of items) readAnew.set(externalId, startedAtMs);
    ingestStep(inbox, account, read.value, { arrivals: true });
    return ok(items.length);
  });
}

/** Picks items, and forgets what waits no longer. */
function longestAgo(
  items: readonly ItemRef[],
  readAnew: ReadAnew,
  size: number,
): readonly ItemRef[] {
  const waiting = new Set(items.map(({ externalId }) => externalId));
  for (const id of readAnew.keys()) if (!waiting.has(id)) readAnew.delete(id);
  const readAt = ({ externalId }: ItemRef): number => readAnew.get(externalId) ?? 0;
  return items.toSorted((a, b) => readAt(a) - readAt(b)).slice(0, size);
}

/** Calls of the page's own allowance in the last hour. */
function pageCalls({ byPurpose }: Spend): number {
  let calls = 0;
  for (const [purpose, { lastHour }] of byPurpose) {
    const isOwn = purpose !== 'write' && purpose !== 'token' && OWN_ALLOWANCE.has(purpose);
    if (!isOwn) calls += lastHour;
  }
  return calls;
}
