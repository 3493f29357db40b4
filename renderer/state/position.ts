import type { ConversationSummary } from '../../shared/contract/schemas.ts';
import type { PresetName } from '../../shared/domain/metrics/types.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import type { Period } from './period.ts';
import type { Answers } from './service.ts';

/** The parts of a figure that open their conversations. */
export type DrillOutcome = 'answered' | 'unanswered' | 'open' | 'left_out';

/** Whose figure is opened, and the conversations behind one part of it. */
export interface Drill {
  readonly teamId: string;
  readonly outcome: DrillOutcome;
  readonly rows: readonly ConversationSummary[];
  readonly total: number;
}

/** What the map asks for and shows. */
export interface PositionState {
  readonly preset: PresetName;
  readonly period: Period;
  readonly clock: 'calendar' | 'business';
  readonly asTable: boolean;
  readonly answer: Answers['position']['get'] | null;
  readonly error: AppError | null;
  /**
   * The first answer of this sitting per preset and period: what has moved since is what this
   * sitting did.
   */
  readonly first: Readonly<Record<string, Answers['position']['get']>>;
  readonly drill: Drill | null;
}

/** The last 30 days by our own definition. */
export const initialPosition: PositionState = {
  preset: 'riscontro',
  period: { kind: 'days', days: 30 },
  clock: 'calendar',
  asTable: false,
  answer: null,
  error: null,
  first: {},
  drill: null,
};

/** The key under which the first answer of a question is kept. */
export const firstKey = ({ preset, period }: Pick<PositionState, 'preset' | 'period'>): string =>
  `${preset} ${period.kind === 'days' ? `d${period.days}` : `m${period.back}`}`;
