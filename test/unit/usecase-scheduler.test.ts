import { expect, test } from 'vitest';
import { Scheduler } from '../../electron/service/jobs/scheduler.ts';
import { Turns } from '../../electron/service/usecases/turns.ts';
import { manualClock } from '../support/manual-clock.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

function scheduled(): {
  readonly clock: ReturnType<typeof manualClock>;
  readonly scheduler: Scheduler;
  readonly ran: string[];
  readonly plan: (key: string, atMs: number) => void;
} {
  const clock = manualClock(1_000_000);
  const scheduler = new Scheduler(clock, quiet);
  const ran: string[] = [];
  const plan = (key: string, atMs: number): void =>
    scheduler.plan(key, atMs, () => void ran.push(key));
  return { clock, scheduler, ran, plan };
}

/** A promise that the test fulfils. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const listeners: (() => void)[] = [];
  const opened = new Promise<void>((resolve) => void listeners.push(resolve));
  return { opened, open: () => listeners.forEach((listener) => listener()) };
}

test('tasks run at their instants, the earliest first, whatever the order of planning', async () => {
  const { clock, scheduler, ran, plan } = scheduled();
  plan('late', 1_090_000);
  plan('early', 1_010_000);
  clock.advance(10_000);
  await Promise.resolve();
  expect(ran).toEqual(['early']);
  clock.advance(80_000);
  await scheduler.close();
  expect(ran).toEqual(['early', 'late']);
});

test('a key holds one plan: the later one replaces the earlier', async () => {
  const { clock, scheduler, ran, plan } = scheduled();
  plan('same', 1_010_000);
  plan('same', 1_050_000);
  clock.advance(20_000);
  await Promise.resolve();
  expect(ran).toEqual([]);
  expect(scheduler.plannedAtMs('same')).toBe(1_050_000);
  scheduler.cancel('same');
  clock.advance(60_000);
  await scheduler.close();
  expect(ran).toEqual([]);
});

test('a clock that was set back, by an hour or a year, holds nothing up', async () => {
  const { clock, scheduler, ran, plan } = scheduled();
  plan('soon', 1_030_000);
  clock.setWall(1_000_000 - 365 * 86_400_000);
  clock.advance(29_999);
  await Promise.resolve();
  expect(ran).toEqual([]);
  clock.advance(1);
  await scheduler.close();
  expect(ran).toEqual(['soon']);
});

test('after a jump of the clock what is overdue runs within a minute, and once', async () => {
  const { clock, scheduler, ran, plan } = scheduled();
  plan('tomorrow', 1_000_000 + 86_400_000);
  clock.setWall(1_000_000 + 90_000_000);
  clock.advance(60_000);
  clock.advance(600_000);
  await scheduler.close();
  expect(ran).toEqual(['tomorrow']);
});

test('a task that fails stops no other', async () => {
  const { clock, scheduler, ran, plan } = scheduled();
  scheduler.plan('broken', 1_000_000, () => Promise.reject(new Error('no')));
  plan('sound', 1_000_000);
  clock.advance(0);
  await scheduler.close();
  expect(ran).toEqual(['sound']);
});

test('closing waits for the task under way and plans nothing more', async () => {
  const { clock, scheduler, ran, plan } = scheduled();
  const { opened, open } = gate();
  scheduler.plan('long', 1_000_000, async () => {
    await opened;
    ran.push('long');
  });
  clock.advance(0);
  await Promise.resolve();
  const closing = scheduler.close();
  plan('never', 1_000_000);
  open();
  await closing;
  clock.advance(1_000);
  expect(ran).toEqual(['long']);
});

test('tasks of one account take turns, also after one failed; others do not wait', async () => {
  const turns = new Turns();
  const ran: string[] = [];
  const { opened, open } = gate();
  const first = turns.run('a', async () => {
    await opened;
    ran.push('a1');
    throw new Error('failed');
  });
  const second = turns.run('a', () => Promise.resolve(ran.push('a2')));
  await turns.run('b', () => Promise.resolve(ran.push('b1')));
  open();
  await expect(first).rejects.toThrow('failed');
  await second;
  expect(ran).toEqual(['b1', 'a1', 'a2']);
});
