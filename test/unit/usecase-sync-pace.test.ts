import { describe, expect, test } from 'vitest';
import { appError } from '../../shared/kernel/app-error.ts';
import {
  depthFor,
  newTrack,
  noteRead,
  waitMs,
  type Track,
} from '../../electron/service/jobs/sync-pace.ts';

const MINUTE_MS = 60_000;
const NOW_MS = 1_800_000_000_000;

const track = (practice = false): Track =>
  newTrack({
    id: 'a1',
    channel: 'facebook',
    externalId: '1',
    name: 'La Pagina',
    baseUrl: 'http://127.0.0.1:9',
    teamId: 'care',
    practice,
    switchedOff: new Set(),
    appId: null,
  });

const read = (one: Track, over: Partial<Parameters<typeof noteRead>[1]>): void =>
  noteRead(one, {
    depth: 'complete',
    startedAtMs: NOW_MS,
    endedAtMs: NOW_MS,
    failure: null,
    complete: true,
    ...over,
  });

describe('how far a read goes', () => {
  test('everything at start, then the newest posts, all posts now and then, everything once a day', () => {
    const one = track();
    expect(depthFor(one, true, NOW_MS)).toBe('complete');
    read(one, {});
    const later = [1, 11, 12, 60, 24 * 60].map((minutes) =>
      depthFor(one, false, NOW_MS + minutes * MINUTE_MS),
    );
    expect(later).toEqual(['index', 'index', 'deep_index', 'deep_index', 'complete']);
  });

  test('everything after a gap, and when somebody asks', () => {
    const one = track();
    read(one, {});
    expect(depthFor(one, true, NOW_MS)).toBe('complete');
    one.wanted = true;
    expect(depthFor(one, false, NOW_MS)).toBe('complete');
  });

  test('a part that fails again and again is tried ever more rarely, the rest as usual', () => {
    const one = track();
    const pauses: number[] = [];
    let nowMs = NOW_MS;
    for (let round = 0; round < 10; round += 1) {
      read(one, { complete: false, startedAtMs: nowMs, endedAtMs: nowMs });
      expect(depthFor(one, true, nowMs)).toBe('index');
      pauses.push((one.repairAtMs - nowMs) / MINUTE_MS);
      nowMs = one.repairAtMs;
      expect(depthFor(one, true, nowMs)).toBe('complete');
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 240, 240, 240]);
  });
});

describe('how long until the next read', () => {
  test('a minute, five seconds in practice', () => {
    expect([waitMs(track(), null), waitMs(track(true), null)]).toEqual([MINUTE_MS, 5_000]);
  });

  test('failures in a row double the wait, up to a quarter of an hour', () => {
    const one = track();
    const failure = appError('offline');
    const waits = Array.from({ length: 6 }, () => {
      read(one, { failure });
      return waitMs(one, failure) / MINUTE_MS;
    });
    expect(waits).toEqual([2, 4, 8, 15, 15, 15]);
  });

  test('a throttle is kept for as long as it asks', () => {
    const wait = (details?: { retryAfterMs: number }): number =>
      waitMs(track(), appError('throttled', details)) / MINUTE_MS;
    expect([wait(), wait({ retryAfterMs: 40 * MINUTE_MS })]).toEqual([15, 40]);
  });
});
