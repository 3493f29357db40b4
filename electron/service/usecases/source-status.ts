import { missingFor } from '../../../shared/domain/source/permissions.ts';
import { sourcesOfChannel, type SourceId } from '../../../shared/domain/source/types.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { AccountRow, SourceState, TokenState } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';
import type { Spend } from './spend.ts';

/** How one source of an account stands, for people. */
export interface SourceStatus {
  readonly source: SourceId;
  readonly enabled: boolean;
  readonly state:
    'off' | 'ok' | 'waiting' | 'reading' | 'held' | 'permission' | 'unavailable' | 'error';
  readonly error: AppError | null;
  readonly missing: readonly string[];
  readonly completeThroughMs: number | null;
  readonly nextReadAtMs: number | null;
  readonly callsLastHour: number;
  readonly callsLastDay: number;
}

/** Returns how each source of an account stands. */
export function sourceStatuses(
  inbox: Inbox,
  account: AccountRow,
  { spend, token }: { readonly spend: Spend; readonly token: TokenState | null },
): readonly SourceStatus[] {
  const states = new Map(inbox.store.sourceStates(account.id).map((one) => [one.source, one]));
  const nextReads = inbox.nextReads.get(account.id);
  const reading = inbox.readingNow.get(account.id);
  return sourcesOfChannel(account.channel).map((source) => {
    const enabled = !account.switchedOff.has(source);
    const state = states.get(source) ?? null;
    const calls = spend.byPurpose.get(source);
    return {
      source,
      enabled,
      state: enabled ? stateOf(state, reading === source, spend.pace === 'held') : 'off',
      error: enabled ? (state?.error ?? null) : null,
      missing: missingOf(source, token, state?.error ?? null),
      completeThroughMs: state?.completeThroughMs ?? null,
      nextReadAtMs: enabled ? (nextReads?.get(source) ?? null) : null,
      callsLastHour: calls?.lastHour ?? 0,
      callsLastDay: calls?.lastDay ?? 0,
    };
  });
}

function stateOf(
  state: SourceState | null,
  reading: boolean,
  held: boolean,
): SourceStatus['state'] {
  if (reading) return 'reading';
  const code = state?.error?.code;
  if (code === 'permission_missing') return 'permission';
  if (code === 'source_unavailable') return 'unavailable';
  if (held) return 'held';
  if (code !== undefined) return 'error';
  return state?.completeThroughMs === null || state === null ? 'waiting' : 'ok';
}

/** What the token is known to lack; the platform's refusal may name more. */
function missingOf(
  source: SourceId,
  token: TokenState | null,
  error: AppError | null,
): readonly string[] {
  const named = error?.code === 'permission_missing' ? error.details?.['permission'] : undefined;
  const missing = missingFor(source, token?.scopes ?? null);
  return typeof named !== 'string' || missing.includes(named) ? missing : [...missing, named];
}
