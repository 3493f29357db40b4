import type { Fault } from './faults.ts';

const DAY_MS = 24 * 3_600_000;
/** The allowance of one engaged user in 24 hours, times a modest thousand of them. */
const CALLS_A_DAY = 4800 * 1000;

/** Counts calls in a rolling day and tells the share that is used, as the platform's headers do. */
export interface Usage {
  readonly requests: number;
  count(nowMs: number): void;
  headers(pageId: string, fault: Fault | null): Readonly<Record<string, string>>;
}

/** Returns a counter that starts at nothing. */
export function createUsage(): Usage {
  let requests = 0;
  let startedMs = -Infinity;
  let today = 0;
  return {
    get requests() {
      return requests;
    },
    count: (nowMs) => {
      if (nowMs - startedMs > DAY_MS) [startedMs, today] = [nowMs, 0];
      requests += 1;
      today += 1;
    },
    headers: (pageId, fault) => {
      const throttled = fault?.regainMinutes !== undefined;
      const call_count = throttled ? 100 : Math.min(100, Math.ceil((100 * today) / CALLS_A_DAY));
      const share = { call_count, total_cputime: call_count, total_time: call_count };
      const estimated_time_to_regain_access = fault?.regainMinutes ?? 0;
      const page = [{ type: 'pages', ...share, estimated_time_to_regain_access }];
      return {
        'X-App-Usage': JSON.stringify(share),
        'X-Business-Use-Case-Usage': JSON.stringify({ [pageId]: page }),
      };
    },
  };
}
