/** What can go wrong on the way to a client, on request. */
export const FAULT_KINDS = [
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
  'drop',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** The next `count` requests below `pathPrefix` go wrong this way. */
export interface Fault {
  readonly kind: FaultKind;
  /** Path without version, `/74133697733/feed`; every path when missing. */
  readonly pathPrefix?: string;
  /** Only this method; any when missing. */
  readonly method?: string;
  /** How many requests; 1 when missing, 0 for "until cleared". */
  readonly count?: number;
  /** For `slow`. */
  readonly delayMs?: number;
  /** For `error`. */
  readonly code?: number;
  readonly subcode?: number;
  readonly status?: number;
  /** For `error`: minutes until the platform answers again, told in the usage header. */
  readonly regainMinutes?: number;
}

/** The faults still to come, oldest first. */
export interface FaultList {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** Takes the fault that the request meets, or null. */
  take(method: string, path: string): Fault | null;
}

/** Returns a list that starts with `initial`. */
export function createFaults(initial: readonly Fault[] = []): FaultList {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  const add = (fault: Fault): void => {
    const count = fault.count ?? 1;
    waiting.push({ fault, left: count === 0 ? Infinity : count });
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
      const met = waiting.find(
        ({ fault }) =>
          path.startsWith(fault.pathPrefix ?? '/') && (fault.method ?? method) === method,
      );
      if (met === undefined) return null;
      met.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return met.fault;
    },
  };
}

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isCount = (value: unknown): boolean =>
  value === undefined || (typeof value === 'number' && Number.isInteger(value) && value >= 0);

/** Returns `value` when it is a fault, or null. */
export function faultOf(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  const fault = value as Record<string, unknown>;
  if (!FAULT_KINDS.some((kind) => kind === fault['kind'])) return null;
  const counts = ['count', 'delayMs', 'code', 'subcode', 'status', 'regainMinutes'];
  if (!counts.every((name) => isCount(fault[name]))) return null;
  return isText(fault['pathPrefix']) && isText(fault['method']) ? (value as Fault) : null;
}
