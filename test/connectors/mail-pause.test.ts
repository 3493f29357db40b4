import { expect, onTestFinished, test } from 'vitest';
import { MailboxReader } from '../../electron/service/jobs/mailbox-reader.ts';
import { Scheduler } from '../../electron/service/jobs/scheduler.ts';
import { setSource } from '../../electron/service/usecases/account-sources.ts';
import { mailWorld } from '../support/mail-world.ts';
import { ScriptedMailbox, SETTINGS } from '../support/scripted-mailbox.ts';
import { until } from '../support/service.ts';

const MINUTE_MS = 60_000;

test('a mailbox that is paused is not read, misses nothing, and goes on where it was', async () => {
  const scripted = new ScriptedMailbox();
  const world = await mailWorld(scripted.connector, SETTINGS);
  const { clock, account } = world;
  const inbox = world.inbox();
  const scheduler = new Scheduler(clock, inbox.logger);
  const reader = new MailboxReader(inbox, account.id, {
    scheduler,
    signal: new AbortController().signal,
    isAsleep: () => false,
  });
  onTestFinished(() => reader.stop());
  const count = (): number => world.conversations().length;
  const pause = (enabled: boolean): void => {
    expect(setSource(inbox, { id: account.id, source: 'mail', enabled }).ok).toBe(true);
    reader.follow();
  };

  scripted.arrive({ from: 'anna@cliente.example', messageId: 'one@x', atMs: clock.now() });
  reader.start();
  await until(clock, () => count() === 1);

  pause(false);
  scripted.arrive({ from: 'luca@cliente.example', messageId: 'two@x', atMs: clock.now() });
  for (let minute = 0; minute < 5; minute += 1) clock.advance(MINUTE_MS);
  await until(clock, () => !inbox.reading.has(account.id));
  expect(count()).toBe(1);
  expect(inbox.nextReads.get(account.id)).toBeUndefined();

  pause(true);
  await until(clock, () => count() === 2);
  expect(inbox.store.gaps(account.id, 0, clock.now() + 1)).toEqual([]);
});
