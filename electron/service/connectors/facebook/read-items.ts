import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { ItemRef, ReadStep } from '../../ports/connector.ts';
import { BATCH_LIMIT, readBatch, type BatchPart } from './graph-batch.ts';
import { fieldsOfItem, mapItem } from './map-item.ts';
import type { Reading } from './paging.ts';
import { endsTheRead, mergeSteps, readStep } from './steps.ts';

/**
 * Asks for single messages, fifty at a time, the first messages of their threads before the others:
 * below one that is gone nothing is asked for any more. "No such object" is believed only while the
 * token proves alive and the page's own, and never of private messages: Graph says so of every one
 * that is not among a conversation's newest. Fails when the first fifty could not be asked at all;
 * whatever could not be asked later is a failure in the step.
 */
export async function readItems(
  reading: Reading,
  items: readonly ItemRef[],
): Promise<Result<ReadStep, AppError>> {
  const waiting = [...items.filter(isRoot), ...items.filter((item) => !isRoot(item))];
  const steps: ReadStep[] = [];
  const gone = new Set<string>();
  for (;;) {
    const chunk = nextChunk(waiting, gone);
    if (chunk.length === 0) return ok(mergeSteps(steps));
    const read = await readChunk(reading, chunk);
    const stop = read.ok ? stopIn(read.value) : read.error;
    if (stop !== null && steps.length === 0 && !(read.ok && saysAnything(read.value))) {
      return err(stop);
    }
    if (read.ok) steps.push(read.value);
    if (stop !== null) {
      const unasked = read.ok ? waiting : [...chunk, ...waiting];
      return ok(mergeSteps([...steps, ...unasked.map((item) => failed(item, stop))]));
    }
    for (const id of steps.at(-1)?.gone ?? []) gone.add(id);
  }
}

const isRoot = (item: ItemRef): boolean => item.externalId === item.conversation.externalId;

/** Takes the next items out of those that wait, without those whose thread has vanished. */
function nextChunk(waiting: ItemRef[], gone: ReadonlySet<string>): readonly ItemRef[] {
  const chunk: ItemRef[] = [];
  while (chunk.length < BATCH_LIMIT) {
    const item = waiting.shift();
    if (item === undefined) break;
    if (isRoot(item) || !gone.has(item.conversation.externalId)) chunk.push(item);
  }
  return chunk;
}

async function readChunk(
  reading: Reading,
  chunk: readonly ItemRef[],
): Promise<Result<ReadStep, AppError>> {
  const calls = chunk.map((item) => ({
    nodeId: item.externalId,
    fields: fieldsOfItem(item),
    purpose: item.conversation.source,
  }));
  const parts = await readBatch(reading, calls);
  if (!parts.ok) return parts;
  const steps: ReadStep[] = [];
  for (const [index, item] of chunk.entries()) {
    const step = await stepOf(reading, item, parts.value[index]);
    if (!step.ok) return step;
    steps.push(step.value);
  }
  return ok(mergeSteps(steps));
}

async function stepOf(
  reading: Reading,
  item: ItemRef,
  part: BatchPart | undefined,
): Promise<Result<ReadStep, AppError>> {
  if (part === undefined) return ok(failed(item, appError('bad_shape', { edge: 'batch' })));
  if (part.ok) {
    const { usagePercent, body } = part.value;
    const step = await mapItem(reading, item, body);
    return step.ok ? ok({ ...step.value, usagePercent }) : step;
  }
  if (part.error.code !== 'object_gone' || item.conversation.channel === 'messenger') {
    return ok(failed(item, part.error));
  }
  const proof = await reading.prove();
  return proof.ok ? ok(readStep({ gone: [item.externalId] })) : proof;
}

const failed = (item: ItemRef, error: AppError): ReadStep =>
  readStep({ failures: [{ rootExternalId: item.externalId, error }] });

/** Why nothing else of the account can be asked now either, or null. */
const stopIn = (step: ReadStep): AppError | null =>
  step.failures.find(({ error }) => endsTheRead(error))?.error ?? null;

const saysAnything = ({ messages, gone, setAside }: ReadStep): boolean =>
  messages.length + gone.length + setAside.length > 0;
