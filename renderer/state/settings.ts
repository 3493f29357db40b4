import type { AppError } from '../../shared/kernel/app-error.ts';
import type { RulesDraft } from './rules-draft.ts';
import type { Answers } from './service.ts';

/** What can be set, as the service has it. */
export type Settings = Answers['settings']['get'];

/** The settings and what is being changed in them. */
export interface SettingsState {
  /** Null until the first answer. */
  readonly value: Settings | null;
  readonly error: AppError | null;
  /** Changed rules that are not saved; null when nothing is changed. */
  readonly draft: RulesDraft | null;
  /** Thrown away last: it can be brought back. */
  readonly discarded: RulesDraft | null;
  readonly saving: 'idle' | 'saving' | 'saved';
  readonly saveError: AppError | null;
  /** When something that arrives now would be due under the rules on the screen. */
  readonly preview: RulesPreview | null;
  readonly backup: BackupState;
  readonly signatures: SignaturesState;
}

/** The deadlines of something that arrives at `atMs`; null where there never is one. */
export interface RulesPreview {
  readonly atMs: number;
  readonly first: Answers['settings']['preview'];
  readonly next: Answers['settings']['preview'];
}

/** What stands below the answers of each team; null until it was read. */
export interface SignaturesState {
  readonly known: Answers['mail']['signatures'] | null;
  readonly error: AppError | null;
}

/** How the copy that was asked for is going. */
export interface BackupState {
  readonly running: boolean;
  readonly done: Answers['settings']['backup'] | null;
  readonly error: AppError | null;
}

/** Nothing known, nothing changed. */
export const initialSettings: SettingsState = {
  value: null,
  error: null,
  draft: null,
  discarded: null,
  saving: 'idle',
  saveError: null,
  preview: null,
  backup: { running: false, done: null, error: null },
  signatures: { known: null, error: null },
};
