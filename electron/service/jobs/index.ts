import type { Inbox } from '../usecases/inbox.ts';
import { OutboxLoop } from './outbox-loop.ts';
import { Scheduler } from './scheduler.ts';
import { SyncLoop } from './sync-loop.ts';
import { ThreadRefresh } from './thread-refresh.ts';

/** A request that does not end by itself is cut this long after the order to stop. */
const PATIENCE_MS = 3_000;

/** What goes on by itself while the service runs. */
export interface Jobs {
  start(): void;
  /** Reads everything of an account now. */
  syncNow(accountId: string): void;
  /** Somebody looks at this conversation: its thread is read anew if that was long ago. */
  lookedAt(conversationId: string): void;
  suspend(): void;
  resume(): void;
  /** Ends in order: deliveries under way are given time to end, everything else is cut. */
  close(): Promise<void>;
}

/** Which jobs run. The command line runs none but what it asked for. */
export interface JobsOptions {
  readonly sync: boolean;
  readonly outbox: boolean;
}

/** Returns the jobs, not yet started. */
export function makeJobs(inbox: Inbox, options: JobsOptions): Jobs {
  const reads = new AbortController();
  const sends = new AbortController();
  const scheduler = new Scheduler(inbox.clock, inbox.logger);
  const sync = new SyncLoop(inbox, scheduler, reads.signal);
  const outbox = new OutboxLoop(inbox, scheduler, sends.signal);
  const threads = new ThreadRefresh(inbox, reads.signal);
  return {
    start: () => {
      if (options.outbox) outbox.start();
      if (options.sync) sync.start();
    },
    syncNow: (accountId) => sync.syncNow(accountId),
    lookedAt: (conversationId) => {
      if (options.sync) threads.soon(conversationId);
    },
    suspend: () => sync.suspend(),
    resume: () => {
      sync.resume();
      scheduler.lookAgain();
    },
    close: async () => {
      const reading = sync.close();
      // Half a read is no harm; half a delivery is doubt.
      reads.abort();
      const giveUp = inbox.clock.after(PATIENCE_MS, () => sends.abort());
      await outbox.close();
      giveUp();
      await reading;
      await scheduler.close();
    },
  };
}
