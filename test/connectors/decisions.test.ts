import { expect, test } from 'vitest';
import {
  close,
  noAnswerNeeded,
  reopen,
  type Done,
} from '../../electron/service/usecases/conversation-actions.ts';
import { explainConversation } from '../../electron/service/usecases/explain.ts';
import { openConversation } from '../../electron/service/usecases/open-conversation.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { START_MS, testWorld, type TestWorld } from '../support/service.ts';

const HOUR_MS = 3_600_000;

/** Somebody writes into the newest conversation; its id comes back. */
async function somebodyWaits(world: TestWorld): Promise<string> {
  const [row] = world.rows();
  if (row === undefined) throw new Error('A world without conversations');
  await world.customerWrites(row.externalId, 'E il rimborso quando arriva?');
  await world.sync();
  return row.id;
}

const statusOf = (world: TestWorld, id: string): string | undefined =>
  world.inbox().store.conversation(id)?.row.status;

test.each([
  ['no answer is needed', noAnswerNeeded, 'waiting'],
  ['it is closed', close, 'closed'],
] as const)(
  'that %s holds also where our clock lags behind the platform, and can be taken back',
  async (_name, decide, status) => {
    const world = await testWorld();
    const id = await somebodyWaits(world);
    // The computer's clock is corrected by an hour after the read.
    world.clock.setWall(START_MS - HOUR_MS);
    const decisions: Result<Done, AppError>[] = [];
    const states = [decide, reopen, decide, reopen].map((action) => {
      decisions.push(action(world.inbox(), id));
      return statusOf(world, id);
    });
    expect(decisions.every((one) => one.ok)).toBe(true);
    expect(states).toEqual([status, 'pending', status, 'pending']);
  },
);

test('a decision taken before the clock was set back can be taken back after it', async () => {
  const world = await testWorld();
  const id = await somebodyWaits(world);
  world.clock.advance(HOUR_MS);
  close(world.inbox(), id);
  world.clock.setWall(START_MS);
  reopen(world.inbox(), id);
  expect(statusOf(world, id)).toBe('pending');
});

test('an opened conversation explains its deadline, and leaves out the years after it', async () => {
  const world = await testWorld();
  const open = world.rows().filter((row) => row.dueAtMs !== null);
  expect(open.length).toBeGreaterThan(0);
  for (const { id, dueAtMs } of open) {
    const shown = openConversation(world.inbox(), id);
    const whole = explainConversation(world.inbox(), id);
    if (!shown.ok || !whole.ok) throw new Error('not found');
    const { intervals = [], ...facts } = shown.value.explanation ?? {};
    expect(intervals.every(({ fromMs }) => fromMs < (dueAtMs ?? 0))).toBe(true);
    expect(intervals.length).toBeLessThan(100);
    expect(whole.value.some((one) => one.intervals.length > 2_000)).toBe(true);
    expect(whole.value).toContainEqual(expect.objectContaining(facts));
  }
});
