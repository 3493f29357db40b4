import type { AppError } from '../../../../shared/kernel/app-error.ts';
import type { CallTally, ReadableStore, SourceState, TokenState } from '../../ports/store.ts';
import type { ReadDb } from '../sqlite.ts';

export type SourceQueries = Pick<ReadableStore, 'sourceStates' | 'tokenState' | 'calls'>;

interface StateRecord {
  readonly source: SourceState['source'];
  readonly completeThroughMs: number | null;
  readonly lastAttemptAtMs: number | null;
  readonly wholeAtMs: number | null;
  readonly error: string | null;
}

interface TokenRecord extends Omit<TokenState, 'scopes' | 'instagram'> {
  readonly scopes: string | null;
  readonly instagram: string | null;
}

/** What each source was read to, what the token is worth, what reading costs. */
export function sourceQueries(db: ReadDb): SourceQueries {
  const states = db.prepare(`SELECT source, complete_through_ms AS completeThroughMs,
    last_attempt_at_ms AS lastAttemptAtMs, whole_at_ms AS wholeAtMs, error
    FROM source_state WHERE account_id = ?`);
  const token = db.prepare(`SELECT account_id AS accountId, kind, app_id AS appId, scopes,
    expires_at_ms AS expiresAtMs, data_access_expires_at_ms AS dataAccessExpiresAtMs, instagram,
    checked_at_ms AS checkedAtMs, trouble FROM token_state WHERE account_id = ?`);
  const calls = db.prepare(`SELECT purpose, slot_ms AS slotMs, calls FROM call_tally
    WHERE account_id = ? AND slot_ms >= ?`);
  return {
    sourceStates: (accountId) =>
      (states.all(accountId) as StateRecord[]).map((record) => ({
        ...record,
        accountId,
        error: parsed<AppError>(record.error),
      })),
    tokenState: (accountId) => {
      const record = token.get(accountId) as TokenRecord | undefined;
      if (record === undefined) return null;
      return {
        ...record,
        scopes: parsed<readonly string[]>(record.scopes),
        instagram: parsed<NonNullable<TokenState['instagram']>>(record.instagram),
      };
    },
    calls: (accountId, fromMs) => calls.all(accountId, fromMs) as CallTally[],
  };
}

/** Written by this store as JSON, or null. */
const parsed = <T>(text: string | null): T | null =>
  text === null ? null : (JSON.parse(text) as T);
