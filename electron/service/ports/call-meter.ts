import type { SourceId } from '../../../shared/domain/source/types.ts';

/** One call of a platform's interface. */
export interface CallNote {
  /** `write`: something was to be done; `token`: what a token is worth was asked. */
  readonly purpose: SourceId | 'write' | 'token';
  /** The platform's own figure after this call, the highest of all it gave, 0–100; null: none. */
  readonly usagePercent: number | null;
  /** How long the platform wants to be left alone from now on, or null. */
  readonly regainMs: number | null;
}

/** Hears of every call that is made for an account; batched calls are told one by one. */
export type CallMeter = (note: CallNote) => void;
