import type { WriteDb } from '../sqlite.ts';

/**
 * One step from the schema before it to the next: forward only, never edited once released. Runs
 * inside a transaction that also sets `user_version`.
 */
export interface Migration {
  /** In tens, so that a forgotten step fits between two. */
  readonly version: number;
  readonly name: string;
  up(db: WriteDb): void;
}
