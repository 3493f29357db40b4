import type { Answers } from './service.ts';

export type Counts = Answers['inbox']['counts'];

/** The rail's numbers; null until the first answer. */
export interface CountsState {
  readonly value: Counts | null;
}

/** Nothing counted yet. */
export const initialCounts: CountsState = { value: null };
