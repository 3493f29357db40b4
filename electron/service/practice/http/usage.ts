import type { Fault } from './faults.ts';

const DAY_MS = 24 * 3_600_000;
/** The allowance of one engaged user in 24 hours, times a modest thousand of them. */
const CALLS_A_DAY = 4800 * 1000;

/** Shares of the allowance, in percent, and minutes until it is given back. */
export interface UsageSetting {
  readonly call_count?: number;
  readonly total_time?: number;
  readonly total_cputime?: number;
  readonly estimated_time_to_regain_access?: number;
  /** `pages`, `messenger`, `instagram`; by the call when missing. */
  readonly type?: string;
}

/** Counts calls in a rolling day and tells the share that is used, as the platform's headers do. */
export interface Usage {
  readonly requests: number;
  /** Calls by method and edge, ids left out: `GET {id}/comments`. */
  readonly byEdge: Readonly<Record<string, number>>;
  /** Tells these figures instead of the counted ones; null counts again. */
  set(setting: UsageSetting | null): void;
  setting(): UsageSetting | null;
  count(nowMs: number, edge: string): void;
  headers(call: {
    readonly pageId: string;
    readonly type: string;
    readonly fault: Fault | null;
  }): Readonly<Record<string, string>>;
}

/** Returns a counter that starts at nothing. */
export function createUsage(): Usage {
  let requests = 0;
  let startedMs = -Infinity;
  let today = 0;
  let told: UsageSetting | null = null;
  const edges = new Map<string, number>();
  return {
    get requests() {
      return requests;
    },
    get byEdge() {
      return Object.fromEntries(edges);
    },
    set: (setting) => {
      told = setting;
    },
    setting: () => told,
    count: (nowMs, edge) => {
      if (nowMs - startedMs > DAY_MS) [startedMs, today] = [nowMs, 0];
      requests += 1;
      today += 1;
      edges.set(edge, (edges.get(edge) ?? 0) + 1);
    },
    headers: ({ pageId, type, fault }) => {
      const throttled = fault?.regainMinutes !== undefined;
      const counted = throttled ? 100 : Math.min(100, Math.ceil((100 * today) / CALLS_A_DAY));
      const share = {
        call_count: told?.call_count ?? counted,
        total_cputime: told?.total_cputime ?? counted,
        total_time: told?.total_time ?? counted,
      };
      const estimated_time_to_regain_access =
        fault?.regainMinutes ?? told?.estimated_time_to_regain_access ?? 0;
      const own = { type: told?.type ?? type, ...share, estimated_time_to_regain_access };
      return {
        'X-App-Usage': JSON.stringify(share),
        'X-Business-Use-Case-Usage': JSON.stringify({ [pageId]: [own] }),
      };
    },
  };
}
