import type { PageState } from '../world/state.ts';

/** What every answer is made from. */
export interface View {
  readonly state: PageState;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** `v26.0`. */
  readonly version: string;
  readonly token: string;
}
