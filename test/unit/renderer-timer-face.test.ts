import { afterEach, describe, expect, test } from 'vitest';
import {
  formatCountdown,
  formatDuration,
  nextChangeInMs,
} from '../../renderer/lib/format/duration.ts';
import { setLanguage } from '../../renderer/lib/i18n/i18n.ts';
import { timerFace, type TimerFacts } from '../../renderer/lib/timer/timer-reading.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DUE = Date.parse('2026-11-23T12:00:00Z');

const facts = (change: Partial<TimerFacts> = {}): TimerFacts => ({
  pendingSinceMs: DUE - 4 * HOUR,
  warnAtMs: DUE - HOUR,
  dueAtMs: DUE,
  answeredAtMs: null,
  answeredInMs: null,
  paused: false,
  uncertain: false,
  ...change,
});

afterEach(() => setLanguage('it'));

describe('a span in words', () => {
  test.each([
    [0, '0 s'],
    [45_900, '45 s'],
    [MINUTE, '1 min'],
    [38 * MINUTE, '38 min'],
    [HOUR, '1 h'],
    [2 * HOUR + 5 * MINUTE, '2 h 05'],
    [3 * HOUR + 14 * MINUTE, '3 h 14'],
    [2 * DAY, '2 g'],
    [2 * DAY + 4 * HOUR, '2 g 4 h'],
    [1_284 * DAY, '1.284 g'],
  ])('%d ms read as %s', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });

  test.each([
    [38 * MINUTE - 1, 'up', '38 min'],
    [38 * MINUTE - 1, 'down', '37 min'],
    [95_000, 'up', '1 min 35'],
    [59_001, 'up', '1 min 00'],
    [12_000, 'down', '12 s'],
  ] as const)('a timer at %d ms, rounded %s, reads %s', (ms, round, words) => {
    expect(formatCountdown(ms, round)).toBe(words);
  });

  test('English keeps the shape and changes the day’s letter', () => {
    setLanguage('en');
    expect(formatDuration(2 * DAY + 4 * HOUR)).toBe('2 d 4 h');
    expect(formatDuration(1_284 * DAY)).toBe('1,284 d');
  });
});

describe('the face of a timer', () => {
  test.each([
    ['calm', {}, DUE - 3 * HOUR - 14 * MINUTE, '3 h 14'],
    ['warning from its instant on', {}, DUE - HOUR, '1 h 00'],
    ['the due instant itself is in time', {}, DUE, '0 s'],
    ['overdue one instant later', {}, DUE + 1, '+0 s'],
    ['overdue', {}, DUE + 2 * HOUR + 5 * MINUTE, '+2 h 05'],
    ['uncertain says about', { uncertain: true }, DUE - 160 * MINUTE, '≈ 2 h 40'],
    ['overdue wins over uncertain', { uncertain: true }, DUE + 12 * MINUTE, '+12 min'],
    ['paused', { paused: true }, DUE + HOUR, 'In pausa'],
    ['no target', { dueAtMs: null, warnAtMs: null }, DUE, ''],
    [
      'answered',
      { pendingSinceMs: null, answeredAtMs: DUE, answeredInMs: 42 * MINUTE },
      DUE + DAY,
      'Risposto in 42 min',
    ],
  ] as const)('%s', (_name, change, nowMs, text) => {
    expect(timerFace(facts(change), nowMs).text).toBe(text);
  });

  test('a sleeper that wakes when told has never shown an old text', () => {
    const shownWrong: number[] = [];
    let face = timerFace(facts(), DUE - 3 * MINUTE);
    for (let nowMs = DUE - 3 * MINUTE; nowMs <= DUE + 3 * MINUTE; nowMs += 250) {
      if (face.nextAtMs !== null && face.nextAtMs <= nowMs) face = timerFace(facts(), nowMs);
      if (timerFace(facts(), nowMs).text !== face.text) shownWrong.push(nowMs - DUE);
    }
    expect(shownWrong).toEqual([]);
  });

  test('the text of 38 minutes stays for a minute and not a second longer', () => {
    expect(nextChangeInMs(37 * MINUTE + 30_000, 'down')).toBe(30_000);
    expect(nextChangeInMs(12 * MINUTE + 30_000, 'up')).toBe(30_000);
    expect(nextChangeInMs(90_400, 'down')).toBe(400);
  });
});
