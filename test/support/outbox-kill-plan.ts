import type { FaultKind } from '../../electron/service/practice/index.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What one run of the service is to do, and at which moment it dies. */
export interface KillPlan {
  readonly profileDir: string;
  readonly page: { readonly url: string; readonly pageId: string; readonly token: string };
  readonly epochMs: number;
  readonly factor: number;
  /** What this run asks for; none: only bring everything to rest and tell how it stands. */
  readonly wishes: readonly Wish[];
  /** Dies when this stage is reached; null: lives on. */
  readonly killAt: Stage | null;
  /** For `post_under_way` and `any_instant`: this much later, machine milliseconds. */
  readonly killAfterMs: number;
  /** Reads the page beside sending, so that reads meet replies in doubt. */
  readonly sync: boolean;
}

/** Something to be done with the comment or reply of that platform id. */
export interface Wish {
  readonly action: 'reply' | 'private_reply' | 'like' | 'hide' | 'edit' | 'delete';
  readonly target: string;
  readonly text: string;
}

/** The moments at which a run can be killed, in the order a reply meets them. */
export const STAGES = [
  'any_instant',
  'before_queued',
  'after_queued',
  'before_thread_read',
  'after_thread_read',
  'before_sending',
  'after_sending',
  'post_under_way',
  'after_post',
  'before_sent',
  'after_sent',
  'before_unknown',
  'after_unknown',
  'before_reconciling',
  'after_reconciling',
  'before_needs_human',
  'after_needs_human',
] as const;
export type Stage = (typeof STAGES)[number];

/** What goes wrong with the delivery at the page; undefined: nothing. */
export type PageTrouble = FaultKind | undefined;

const DOUBT: readonly PageTrouble[] = ['accept_then_drop', 'drop', 'status500', 'cut', 'half_json'];
const ANY: readonly PageTrouble[] = [undefined, undefined, 'slow', ...DOUBT];

/** Picks a trouble with which the stage can be reached. */
export function troubleFor(stage: Stage, random: SeededRandom): PageTrouble {
  const inDoubt = /unknown|reconciling|needs_human/.test(stage);
  const choice = stage.includes('needs_human')
    ? (['drop', 'status500'] as const)
    : inDoubt
      ? DOUBT
      : ANY;
  return choice[random.below(choice.length)];
}
