import { existsSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import type { CheckReport } from '../../electron/service/ports/store.ts';
import { listBackups } from '../../electron/service/store/backup.ts';
import {
  accountAdded,
  HOUR_MS,
  someConversations,
  spoilIndex,
  workspace,
} from '../support/store.ts';

/** Long enough for a thread on a busy machine. */
const PATIENCE = { timeout: 20_000, interval: 5 };

it('checks the file beside the work and makes a backup a day, seven of which stay', async () => {
  const { open, clock, files } = workspace();
  const reports: CheckReport[] = [];
  const store = open({ caretaker: true, onChecked: (report) => reports.push(report) });
  store.append([accountAdded(), ...someConversations(5, 1).flat()]);
  const made: number[] = [];
  for (let day = 0; day < 9; day += 1) {
    await vi.waitFor(() => {
      clock.advance(HOUR_MS);
      const newest = listBackups(files.backups)[0]?.atMs ?? 0;
      expect(newest).toBeGreaterThan(made.at(-1) ?? 0);
      made.push(newest);
    }, PATIENCE);
  }
  store.close();
  expect(reports).toEqual([{ ok: true, findings: [] }]);
  const days = made.slice(1).map((atMs, index) => (atMs - (made[index] ?? 0)) / HOUR_MS);
  expect(days.every((hours) => hours >= 24)).toBe(true);
  expect(listBackups(files.backups).map(({ atMs }) => atMs)).toEqual(made.slice(-7).toReversed());
}, 120_000);

it('tells of damage it finds, and the next opening looks before it trusts', async () => {
  const made = workspace();
  const first = made.open();
  first.append([accountAdded(), ...someConversations(30, 1).flat()]);
  const events = first.lastEventSeq();
  first.close();
  spoilIndex(made);
  const reports: CheckReport[] = [];
  const store = made.open({ caretaker: true, onChecked: (report) => reports.push(report) });
  made.clock.advance(5_000);
  await vi.waitFor(() => expect(reports).not.toEqual([]), PATIENCE);
  expect(reports[0]?.ok).toBe(false);
  store.close();
  expect(existsSync(made.files.inUse)).toBe(true);
  const again = made.open();
  expect(again.recovered).toMatchObject({ damage: 'pages_damaged' });
  expect(again.counts(0, 0).views.all).toBe(30);
  expect(again.lastEventSeq()).toBe(events + 4);
}, 60_000);
