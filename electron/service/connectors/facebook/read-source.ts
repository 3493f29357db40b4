import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { assertNever } from '../../../../shared/kernel/assert-never.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import type { ReadEnd, ReadPlan, ReadStep } from '../../ports/connector.ts';
import { readInstagram } from './instagram/read-media.ts';
import { readMessenger } from './messenger/read-threads.ts';
import type { Reading } from './paging.ts';
import { readPosts } from './read-page.ts';

/** Reads one source of the account, as far as the plan wants. Comments come with their posts. */
export function readSource(
  reading: Reading,
  plan: ReadPlan,
): AsyncGenerator<ReadStep, Result<ReadEnd, AppError>, undefined> {
  const { source } = plan;
  switch (source) {
    case 'posts':
    case 'comments':
      return readPosts(reading, plan, 'posts');
    case 'visitor_posts':
    case 'mentions':
    case 'ads':
    case 'reels':
    case 'reviews':
      return readPosts(reading, plan, source);
    case 'messenger':
      return readMessenger(reading, plan);
    case 'instagram':
      return readInstagram(reading, plan);
    default:
      return assertNever(source);
  }
}
