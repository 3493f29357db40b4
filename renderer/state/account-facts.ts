import type { AccountView, SourceView } from '../../shared/contract/channel-schemas.ts';

/** Whether a source lacks a permission: the platform refused it, or it is known beforehand. */
const lacksPermission = ({ enabled, missing, state }: SourceView): boolean =>
  enabled && (state === 'permission' || missing.length > 0);

/** What an account is not read from for want of a permission. */
export interface Lack {
  readonly sources: readonly SourceView['source'][];
  /** Empty where the platform did not name them. */
  readonly permissions: readonly string[];
}

/** Returns what an account's token lacks for its sources, or null. */
export function lackOf({ sources }: AccountView): Lack | null {
  const lacking = sources.filter(lacksPermission);
  if (lacking.length === 0) return null;
  return {
    sources: lacking.map(({ source }) => source),
    permissions: [...new Set(lacking.flatMap(({ missing }) => missing))],
  };
}

/**
 * Whether an account, or one of its sources, is being read for the first time: its past pours in. One
 * that failed, or that waits because calls are short, is no first read that will end soon.
 */
export const isFirstRead = ({ health, sources, spend }: AccountView): boolean =>
  health.lastReadAtMs === null ||
  (spend.pace !== 'open_only' &&
    sources.some(
      ({ state, error, completeThroughMs }) =>
        (state === 'waiting' || state === 'reading') &&
        error === null &&
        completeThroughMs === null,
    ));
