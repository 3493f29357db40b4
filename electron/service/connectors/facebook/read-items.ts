import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ItemRef, ReadStep } from '../../ports/connector.ts';
import type { Reading } from './paging.ts';
import { readThread } from './read-thread.ts';
import { mergeSteps } from './steps.ts';

/** Asks for single messages. */
export async function readItems(
  reading: Reading,
  items: readonly ItemRef[],
): Promise<Result<ReadStep, AppError>> {
  const steps: ReadStep[] = [];
  for (const { conversation } of items) {
    const read = await readThread(reading, conversation);
    if (!read.ok) return read;
    steps.push(read.value);
  }
  return ok(mergeSteps(steps));
}
