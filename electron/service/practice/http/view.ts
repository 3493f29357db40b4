import type { PageState } from '../world/state.ts';
import type { Access } from './access.ts';
import type { Grant } from './grants.ts';

/** What every answer is made from. */
export interface View {
  readonly state: PageState;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** `v26.0`. */
  readonly version: string;
  readonly access: Access;
  /** What the token of this request is good for. */
  readonly grant: Grant;
  /** Every list of comments is ranked, whatever its size. */
  readonly ranked: boolean;
  /** How far the platform's clock is off for what is written now, in ms. */
  readonly skewMs: number;
}
