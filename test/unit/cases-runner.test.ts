import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runFile } from '../support/cases/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'riscontro-cases-'));
afterAll(() => rmSync(folder, { recursive: true }));

const calendar = { timeZone: 'Etc/UTC', week: { mon: [['09:00', '17:00']] } };
const add = {
  id: 'add',
  op: 'add',
  unit: 'hour',
  amount: 1,
  start: '2026-03-02T10:00:00Z',
  expected: '2026-03-02T11:00:00Z',
  calendar,
};

const story = {
  id: 'story',
  calendar,
  policy: { firstResponseMinutes: 60 },
  events: [
    { at: add.start, type: 'created' },
    { at: add.start, type: 'customer_message' },
    { at: '2026-03-02T10:30:00Z', type: 'priest_walks_in' },
  ],
  checks: [{ afterEvent: 2, expect: { firstResponseDueAt: add.expected } }],
};

/** Runs a file of this content and returns what is told of its first case. */
function told(content: unknown): unknown {
  const file = join(folder, 'file.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return runFile(file)[0];
}

test('a case that holds passes, in a list as well', () => {
  expect(told({ cases: [add] })).toEqual({ name: 'add', failure: null });
  expect(told([add])).toEqual({ name: 'add', failure: null });
});

test('one that does not hold tells what was expected and got', () => {
  expect(told({ cases: [{ ...add, expected: '2026-03-02T12:00:00Z' }] })).toEqual({
    name: 'add',
    failure: { expected: '2026-03-02T12:00:00Z', got: '2026-03-02T11:00:00Z' },
  });
});

test('a story that holds passes; what says nothing of promises changes nothing', () => {
  expect(told({ scenarios: [story] })).toEqual({ name: 'story', failure: null });
});

test('an event may bring other hours or take the policy away', () => {
  const events = [
    ...story.events.slice(0, 2),
    {
      at: '2026-03-02T10:10:00Z',
      type: 'calendar_change',
      calendar: { ...calendar, week: { mon: [['09:00', '10:30']], tue: [['12:00', '13:00']] } },
    },
    { at: '2026-03-02T10:20:00Z', type: 'priority', policy: null },
  ];
  const checks = [
    { afterEvent: 2, expect: { firstResponseDueAt: '2026-03-03T12:30:00Z' } },
    { afterEvent: 3, expect: { firstResponseDueAt: null } },
  ];
  expect(told({ scenarios: [{ ...story, events, checks }] })).toEqual({
    name: 'story',
    failure: null,
  });
});

test('a story that does not hold tells which keys differ after which event', () => {
  const late = [{ afterEvent: 1, expect: { firstResponseDueAt: null, nextResponseDueAt: null } }];
  expect(told({ scenarios: [{ ...story, checks: late }] })).toEqual({
    name: 'story',
    failure: {
      expected: { 'firstResponseDueAt after 1': null },
      got: { 'firstResponseDueAt after 1': add.expected },
    },
  });
});

test('a calendar that never opens gives never, which a case writes as null', () => {
  const closed = { ...add, calendar: { timeZone: 'Etc/UTC', week: {} } };
  expect(told({ cases: [{ ...closed, expected: null }] })).toEqual({ name: 'add', failure: null });
  expect(told({ cases: [closed] })).toMatchObject({ failure: { got: 'never' } });
});

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{', /JSON/],
  ['no file of cases', 'null', /no file of cases/],
  ['no case in it', {}, /no case/],
  ['a case that is none', { cases: [7] }, /no case/],
  ['an operation that is none', { cases: [{ ...add, op: 'guess' }] }, /op/],
  ['a unit that is none', { cases: [{ ...add, unit: 'fortnight' }] }, /unit/],
  ['no amount', { cases: [{ ...add, amount: 'much' }] }, /amount/],
  ['an instant that is none', { cases: [{ ...add, start: 'soon' }] }, /start/],
  ['no calendar', { cases: [{ ...add, calendar: undefined }] }, /calendar/],
  [
    'a zone that is none',
    { cases: [{ ...add, calendar: { ...calendar, timeZone: 'Moon' } }] },
    /zone/,
  ],
  [
    'hours that are none',
    { cases: [{ ...add, calendar: { timeZone: 'Etc/UTC', week: { mon: [['9', '25:00']] } } }] },
    /week\.mon\.0/,
  ],
  [
    'a date that is none',
    { cases: [{ ...add, calendar: { ...calendar, holidays: ['2026-02-30'] } }] },
    /holidays/,
  ],
  ['a story that is none', { scenarios: [{ id: 'story', events: 7 }] }, /events/],
  ['a story without events', { scenarios: [{ ...story, events: [] }] }, /events/],
  ['a story of an unknown kind', { scenarios: [{ ...story, kind: 'saga' }] }, /saga/],
  [
    'a status that is none',
    {
      scenarios: [
        {
          ...story,
          events: [...story.events.slice(0, 2), { at: add.start, type: 'status', to: 'lost' }],
        },
      ],
    },
    /lost/,
  ],
  [
    'a check after an event that is not there',
    { scenarios: [{ ...story, checks: [{ afterEvent: 9, expect: {} }] }] },
    /event 9/,
  ],
])('%s is told', (_, content, words) => {
  expect(told(content)).toMatchObject({ failure: { malformed: expect.stringMatching(words) } });
});
