import type { AppError } from '../../../../shared/kernel/app-error.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { ReadEnd, ReadPlan, ReadStep } from '../../ports/connector.ts';
import type { Reading } from './paging.ts';
import { readPosts } from './read-page.ts';

/** Reads one source of the account, as far as the plan wants. */
export function readSource(
  reading: Reading,
  plan: ReadPlan,
): AsyncGenerator<ReadStep, Result<ReadEnd, AppError>, undefined> {
  return readPosts(reading, plan, 'posts');
}
