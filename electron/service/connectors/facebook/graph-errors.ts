import { z } from 'zod';
import { appError, type AppError, type ErrorCode } from '../../../../shared/kernel/app-error.ts';
import type { TokenTrouble } from '../../ports/token.ts';

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
  /** The same read may succeed in a moment. */
  readonly again?: true;
  /** A read may succeed with a smaller page. */
  readonly smaller?: true;
  /** Why the token does not work any more. */
  readonly trouble?: TokenTrouble;
  /** The permission that is missing, where the code alone names it. */
  readonly permission?: string;
  /** How long to stay away at least, in milliseconds. */
  readonly holdMs?: number;
}

const lost: WriteMeaning = { outcome: 'unknown', code: 'unknown_outcome' };
const notSent = (code: ErrorCode): WriteMeaning => ({ outcome: 'not_sent', code });
const rejected = (code: ErrorCode): WriteMeaning => ({ outcome: 'rejected', code });

const deadToken = (subcodes: readonly number[], trouble: TokenTrouble): Row => ({
  codes: [102, 190],
  subcodes,
  read: 'token_dead',
  write: notSent('token_dead'),
  trouble,
});

/** Facebook says of 368 only that it is temporary; clients wait half an hour. */
const BLOCK_HOLD_MS = 30 * 60_000;

/**
 * Graph's error codes, first match from the top. Sources: Meta's "Handle errors", "Rate limits" and
 * "Messenger error codes" pages (v19–v26) and what public clients recorded.
 *
 * - Codes 1 and 2 on a write are known to come although the comment was made, hence `unknown`; code 1
 *   without a subcode is how Graph asks for less data.
 * - Throttled calls are refused before they are carried out.
 * - 506 says that the same words stand there already: the earlier copy is looked for and adopted.
 * - 10900 says that somebody answered this comment privately, not that it was we.
 * - 230 is "not allowed to write to this person" for a write, and a missing permission for a read.
 */
const TABLE: readonly Row[] = [
  { codes: [1], subcodes: [null], read: 'server_error', write: lost, again: true, smaller: true },
  { codes: [1, 2], read: 'server_error', write: lost, again: true },
  { codes: [1705], read: 'server_error', write: lost },
  {
    codes: [4, 17, 32, 341, 613, [80000, 80014]],
    read: 'throttled',
    write: notSent('throttled'),
  },
  { codes: [368], read: 'blocked', write: rejected('blocked'), holdMs: BLOCK_HOLD_MS },
  { codes: [506], read: 'refused', write: { outcome: 'unknown', code: 'duplicate' } },
  deadToken([458], 'app_removed'),
  deadToken([459, 464], 'checkpoint'),
  deadToken([460], 'password_changed'),
  deadToken([463], 'expired'),
  deadToken([467], 'invalid'),
  deadToken([492], 'role_lost'),
  { codes: [101, 102, 190], read: 'token_dead', write: notSent('token_dead') },
  {
    codes: [10],
    subcodes: [2018278, 2534022],
    read: 'permission_missing',
    write: rejected('window_closed'),
  },
  { codes: [10900], read: 'refused', write: rejected('already_replied') },
  { codes: [10901, 10902, 10903], read: 'refused', write: rejected('refused') },
  {
    codes: [230],
    read: 'permission_missing',
    write: rejected('refused'),
    permission: 'pages_messaging',
  },
  { codes: [210, 551], read: 'refused', write: rejected('refused') },
  {
    codes: [283],
    read: 'permission_missing',
    write: rejected('permission_missing'),
    permission: 'pages_read_user_content',
  },
  {
    codes: [3, 10, [200, 299]],
    read: 'permission_missing',
    write: rejected('permission_missing'),
  },
  { codes: [12], read: 'source_unavailable', write: rejected('refused') },
  { codes: [100], subcodes: [33], read: 'object_gone', write: rejected('object_gone') },
  { codes: [100, 2500, 3001], read: 'refused', write: rejected('refused') },
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

const details = (fault: GraphFault, row: Row | undefined): AppError['details'] => ({
  graphCode: fault.code,
  ...(fault.subcode === null ? {} : { graphSubcode: fault.subcode }),
  ...(row?.trouble === undefined ? {} : { trouble: row.trouble }),
  ...(row?.permission === undefined ? {} : { permission: row.permission }),
  ...(row?.holdMs === undefined ? {} : { retryAfterMs: row.holdMs }),
});

/** What a fault means for a read. A code that is not in the table is `refused`. */
export function readError(fault: GraphFault): AppError {
  const row = rowFor(fault);
  return appError(row?.read ?? 'refused', details(fault, row));
}

/** True when the same read may succeed with a smaller page. */
export const asksForLess = (fault: GraphFault): boolean => rowFor(fault)?.smaller === true;

/** True when the same read may succeed in a moment. */
export const mayPass = (fault: GraphFault): boolean => rowFor(fault)?.again === true;

/**
 * What a fault means for a write. A code that is not in the table leaves the outcome unknown: it is
 * then looked up at the page, which is slower than a second delivery but never makes one.
 */
export function writeError(fault: GraphFault): {
  readonly outcome: WriteMeaning['outcome'];
  readonly error: AppError;
} {
  const row = rowFor(fault);
  const { outcome, code } = row?.write ?? lost;
  return { outcome, error: appError(code, details(fault, row)) };
}
