import { createRandom, type Random } from '../world/random.ts';

/** What can go wrong with one call, on request: a call meets at most one of these. */
const CALL_KINDS = [
  'html',
  'status500',
  'empty',
  'half_json',
  'cut',
  'slow',
  'endless_cursor',
  'empty_page',
  'error',
  'accept_then_drop',
  'accept_then_error',
  'duplicate',
  'drop',
] as const;

/** How the platform is in a bad mood: these come on top, and together. */
const MOOD_KINDS = ['duplicates', 'lagging', 'skew', 'ranked'] as const;

export const FAULT_KINDS = [...CALL_KINDS, ...MOOD_KINDS];

export type FaultKind = (typeof FAULT_KINDS)[number];

/** The next `count` requests below `pathPrefix` go wrong this way. */
export interface Fault {
  readonly kind: FaultKind;
  /** Path without version, `/74133697733/feed`; every path when missing. */
  readonly pathPrefix?: string;
  /** What the path ends with, `/comments`. */
  readonly pathSuffix?: string;
  /** Only this method; any when missing. */
  readonly method?: string;
  /** How many requests; 1 when missing, 0 for "until cleared". */
  readonly count?: number;
  /** The share of the requests that meet it, 0 to 1; all when missing. */
  readonly rate?: number;
  /** Decides which ones. */
  readonly seed?: number;
  /** For `slow`. */
  readonly delayMs?: number;
  /** For `error` and `accept_then_error`. */
  readonly code?: number;
  readonly subcode?: number;
  readonly status?: number;
  /** For `error`: minutes until the platform answers again, told in the usage header. */
  readonly regainMinutes?: number;
  /** For `skew`: how far the platform's clock is ahead. */
  readonly skewMs?: number;
  /** For `lagging`: what was written is missing in so many lists, or for so long. */
  readonly lagReads?: number;
  readonly lagMs?: number;
}

/** What one request meets. */
export interface MetFaults {
  readonly call: Fault | null;
  readonly moods: readonly Fault[];
}

/** The faults still to come, oldest first. */
export interface FaultList {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** Takes what the request meets. */
  take(method: string, path: string): MetFaults;
}

interface Waiting {
  readonly fault: Fault;
  readonly dice: Random;
  left: number;
}

const isMood = ({ kind }: Fault): boolean => MOOD_KINDS.some((one) => one === kind);

function applies({ fault, dice }: Waiting, method: string, path: string): boolean {
  const { pathPrefix = '/', pathSuffix = '', rate = 1 } = fault;
  if (!path.startsWith(pathPrefix) || !path.endsWith(pathSuffix)) return false;
  if ((fault.method ?? method) !== method) return false;
  return rate >= 1 || dice.chance(rate);
}

/** Returns a list that starts with `initial`. */
export function createFaults(initial: readonly Fault[] = []): FaultList {
  let waiting: Waiting[] = [];
  const add = (fault: Fault): void => {
    const count = fault.count ?? 1;
    const dice = createRandom(`fault/${String(fault.seed ?? 1)}/${fault.kind}`);
    waiting.push({ fault, dice, left: count === 0 ? Infinity : count });
  };
  initial.forEach(add);
  return {
    add,
    clear: () => {
      waiting = [];
    },
    list: () =>
      waiting.map(({ fault, left }) => ({ ...fault, count: left === Infinity ? 0 : left })),
    take: (method, path) => {
      const call = waiting.find((one) => !isMood(one.fault) && applies(one, method, path));
      const moods = waiting.filter((one) => isMood(one.fault) && applies(one, method, path));
      for (const met of call === undefined ? moods : [call, ...moods]) met.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return { call: call?.fault ?? null, moods: moods.map(({ fault }) => fault) };
    },
  };
}

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isCount = (value: unknown): boolean =>
  value === undefined || (typeof value === 'number' && Number.isInteger(value) && value >= 0);
const isShare = (value: unknown): boolean =>
  value === undefined || (typeof value === 'number' && value >= 0 && value <= 1);
const isShift = (value: unknown): boolean => value === undefined || Number.isSafeInteger(value);

const COUNTS = [
  'count',
  'delayMs',
  'code',
  'subcode',
  'status',
  'regainMinutes',
  'lagReads',
  'lagMs',
  'seed',
];

/** Returns `value` when it is a fault, or null. */
export function faultOf(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  const fault = value as Record<string, unknown>;
  if (!FAULT_KINDS.some((kind) => kind === fault['kind'])) return null;
  if (!COUNTS.every((name) => isCount(fault[name]))) return null;
  if (!isShare(fault['rate']) || !isShift(fault['skewMs'])) return null;
  return ['pathPrefix', 'pathSuffix', 'method'].every((name) => isText(fault[name]))
    ? (value as Fault)
    : null;
}
