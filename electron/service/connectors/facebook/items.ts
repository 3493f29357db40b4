import type { z } from 'zod';
import type { ErrorCode } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { SetAside } from '../../ports/connector.ts';

/**
 * The longest text that is taken over, in UTF-16 units. Facebook allows 63,206 in a post; what is
 * longer than this is cut, and a note among the set-aside items says so.
 */
export const MAX_TEXT_UNITS = 1_000_000;

/** Returns an item's id, or null when it has none that can be used. */
export function idOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  return typeof raw.id === 'string' && raw.id !== '' ? raw.id : null;
}

/** Returns a note that an item was left out; `place` names the list and field, never the text. */
export const setAside = (raw: unknown, reason: ErrorCode, place: string): SetAside => ({
  externalId: idOf(raw),
  reason,
  detail: place,
});

/**
 * Checks one item of a list by itself, so that a broken one never stops its neighbours. `where`
 * names the list. Reasons: `item_bad_shape`, `item_no_id`.
 */
export function parseItem<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  where: string,
): Result<T, SetAside> {
  const parsed = schema.safeParse(raw);
  if (parsed.success && idOf(raw) !== null) return ok(parsed.data);
  if (isNameless(raw)) return err(setAside(raw, 'item_no_id', `${where}: id${timeOf(raw)}`));
  const field = parsed.error?.issues[0]?.path.join('.') ?? '';
  return err(setAside(raw, 'item_bad_shape', field === '' ? where : `${where}: ${field}`));
}

function isNameless(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false;
  const id = 'id' in raw ? raw.id : null;
  return id === null || id === undefined || id === '';
}

/** Nameless items are told apart by their time, or a whole list of them would be noted as one. */
function timeOf(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null || !('created_time' in raw)) return '';
  const time = raw.created_time;
  return typeof time === 'string' && /^[-+:.TZ\d]{1,40}$/.test(time) ? ` of ${time}` : '';
}

/** A text as it is kept, and the note to leave when it had to be cut. */
export interface KeptText {
  readonly text: string;
  readonly notes: readonly SetAside[];
}

/**
 * Returns a text unchanged but for two things: half a surrogate pair becomes U+FFFD (a database
 * would do it later, and every read would then look like an edit), and see {@link MAX_TEXT_UNITS}.
 */
export function keptText(raw: unknown, text: string | null | undefined, where: string): KeptText {
  const whole = text ?? '';
  const kept = whole.slice(0, MAX_TEXT_UNITS).replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  if (whole.length <= MAX_TEXT_UNITS) return { text: kept, notes: [] };
  const place = `${where}: message: ${MAX_TEXT_UNITS} of ${whole.length} characters kept`;
  return { text: kept, notes: [setAside(raw, 'item_bad_shape', place)] };
}
