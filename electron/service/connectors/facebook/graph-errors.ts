import { z } from 'zod';
import { appError, type AppError, type ErrorCode } from '../../../../shared/kernel/app-error.ts';

const graphError = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().nullish().catch(null),
  }),
});

/** What Graph says went wrong. Its words are for developers and never decide anything. */
export interface GraphFault {
  readonly code: number;
  readonly subcode: number | null;
}

/** Returns the fault in an answer, or null when it carries none. */
export function faultIn(body: unknown): GraphFault | null {
  const parsed = graphError.safeParse(body);
  if (!parsed.success) return null;
  return { code: parsed.data.error.code, subcode: parsed.data.error.error_subcode ?? null };
}

/** What a refused write means: see `DeliveryFailure` of the connector port. */
export interface WriteMeaning {
  readonly outcome: 'not_sent' | 'rejected' | 'unknown';
  readonly code: ErrorCode;
}

interface Row {
  readonly codes: readonly (number | readonly [from: number, to: number])[];
  /** Only with one of these subcodes; `null` in the list: only without a subcode. */
  readonly subcodes?: readonly (number | null)[];
  readonly read: ErrorCode;
  readonly write: WriteMeaning;
  /** A read may succeed with a smaller page. */
  readonly smaller?: boolean;
}

const lost: WriteMeaning = { outcome: 'unknown', code: 'unknown_outcome' };
const notSent = (code: ErrorCode): WriteMeaning => ({ outcome: 'not_sent', code });
const rejected = (code: ErrorCode): WriteMeaning => ({ outcome: 'rejected', code });

/**
 * Graph's error codes, first match from the top. Sources: Meta's "Handle errors" and "Rate limits"
 * pages (v19–v26) and what public clients recorded. Codes 1 and 2 on a write are known to come
 * although the comment was made, hence `unknown`. Code 1 without a subcode is how Graph asks for
 * less data. Throttled calls are refused before they are carried out.
 */
const TABLE: readonly Row[] = [
  { codes: [1], subcodes: [null], read: 'server_error', write: lost, smaller: true },
  { codes: [1, 2, 1705], read: 'server_error', write: lost },
  {
    codes: [4, 17, 32, 341, 613, [80000, 80014]],
    read: 'throttled',
    write: notSent('throttled'),
  },
  { codes: [368], read: 'blocked', write: rejected('blocked') },
  { codes: [506], read: 'refused', write: rejected('duplicate') },
  { codes: [101, 102, 190], read: 'token_dead', write: notSent('token_dead') },
  { codes: [210, 230, 551], read: 'refused', write: rejected('refused') },
  {
    codes: [3, 10, [200, 299]],
    read: 'permission_missing',
    write: rejected('permission_missing'),
  },
  { codes: [100], subcodes: [33], read: 'object_gone', write: rejected('object_gone') },
  { codes: [12, 100, 2500, 3001], read: 'refused', write: rejected('refused') },
];

const rowFor = (fault: GraphFault): Row | undefined =>
  TABLE.find(
    (row) =>
      row.codes.some((code) =>
        typeof code === 'number'
          ? code === fault.code
          : fault.code >= code[0] && fault.code <= code[1],
      ) &&
      (row.subcodes === undefined || row.subcodes.includes(fault.subcode)),
  );

const details = (fault: GraphFault): AppError['details'] => ({
  graphCode: fault.code,
  ...(fault.subcode === null ? {} : { graphSubcode: fault.subcode }),
});

/** What a fault means for a read. A code that is not in the table is `refused`. */
export const readError = (fault: GraphFault): AppError =>
  appError(rowFor(fault)?.read ?? 'refused', details(fault));

/** True when the same read may succeed with a smaller page. */
export const asksForLess = (fault: GraphFault): boolean => rowFor(fault)?.smaller === true;

/**
 * What a fault means for a write. A code that is not in the table leaves the outcome unknown: it is
 * then looked up at the page, which is slower than a second delivery but never makes one.
 */
export function writeError(fault: GraphFault): {
  readonly outcome: WriteMeaning['outcome'];
  readonly error: AppError;
} {
  const { outcome, code } = rowFor(fault)?.write ?? lost;
  return { outcome, error: appError(code, details(fault)) };
}
