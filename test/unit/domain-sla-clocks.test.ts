import { describe, expect, test } from 'vitest';
import { clocksOf } from '../../shared/domain/sla/clocks/clocks.ts';
import type { SlaFact, SlaSubject } from '../../shared/domain/sla/clocks/facts.ts';
import { OUR_CONVENTIONS, type SlaRule } from '../../shared/domain/sla/clocks/policy.ts';
import { readClock } from '../../shared/domain/sla/clocks/reading.ts';
import {
  answered,
  asked,
  at,
  changed,
  fact,
  minuteOf,
  MINUTE_MS,
  minutes,
  opened,
  rule,
  ruleset,
  state,
  told,
} from '../support/sla-facts.ts';

const responses = ruleset(
  rule({ targets: { first_response: minutes(60), next_response: minutes(30) } }),
);

describe('responses', () => {
  test.each<[string, readonly SlaFact[], readonly string[]]>([
    ['nothing is promised before somebody asks', [opened(), answered(5)], []],
    [
      'the first runs from the first question, not from the opening; later questions do not move it',
      [opened(), asked(10), asked(20)],
      ['first_response 10 due 70 breach 70'],
    ],
    [
      'an answer at the due instant is in time',
      [opened(), asked(0), answered(60)],
      ['first_response 0 due 60 answered 60'],
    ],
    [
      'every later wait is a next response',
      [opened(), asked(0), answered(5), asked(6), answered(60)],
      ['first_response 0 due 60 answered 5', 'next_response 6 due 36 answered 60 breach 36'],
    ],
    [
      'an answer in the instant of the question answers it',
      [opened(), asked(5), answered(5)],
      ['first_response 5 due 65 answered 5'],
    ],
    [
      'a wait that was left out leaves the next one first',
      [
        opened(),
        asked(0),
        fact(1, { kind: 'withdrawn', person: 'luisa', ending: 'no_answer_needed' }),
        asked(2),
      ],
      ['first_response 0 due 60 no_answer_needed 1', 'first_response 2 due 62 breach 62'],
    ],
    [
      'who was not reached waits on',
      [opened(), asked(0, 'luisa'), asked(1, 'marco'), answered(5, ['luisa'])],
      ['first_response 0 due 60 answered 5', 'next_response 1 due 31 breach 31'],
    ],
    [
      'solving ends what was not answered, and a breach before it stays',
      [opened(), asked(0), state(70, 'solved')],
      ['first_response 0 due 60 closed 70 breach 60'],
    ],
    [
      'reopening takes the solving back, and solved time does not count',
      [opened(), asked(0), state(10, 'solved'), state(40, 'open'), answered(80)],
      ['first_response 0 due 90 answered 80'],
    ],
    [
      'asking anew after the solving is another wait; the first response never restarts',
      [opened(), asked(0), state(10, 'solved'), asked(40), state(40, 'open')],
      ['first_response 0 due 60 closed 10', 'next_response 40 due 70 breach 70'],
    ],
    [
      'an outer lunch does not count',
      [opened(), asked(230), answered(310)],
      ['first_response 230 due 350 answered 310'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(told(facts, responses)).toEqual(expected);
  });

  test('a reply outside hours took no business time', () => {
    const [clock] = clocksOf([opened(), asked(600), answered(700)], responses);
    if (clock === undefined) throw new Error('no clock');
    expect(readClock(clock, at(9_999))).toEqual({
      state: 'ended',
      elapsedMs: 0,
      remainingMs: 60 * MINUTE_MS,
      breached: false,
    });
  });
});

describe('merge and split', () => {
  test('the survivor keeps the earliest start', () => {
    const absorbed = [opened(30), asked(40), asked(45, 'marco'), answered(50, ['marco'])];
    expect(
      told([opened(60), asked(60), fact(70, { kind: 'absorbed', facts: absorbed })], responses),
    ).toEqual(['first_response 40 due 100 breach 100']);
  });

  test('the absorbed one ends, left out', () => {
    expect(told([opened(), asked(0), state(10, 'merged')], responses)).toEqual([
      'first_response 0 due 60 merged 10',
    ]);
  });

  test('an answer in the other one before the merge answered nobody here', () => {
    const absorbed = [opened(), answered(5)];
    const facts = [opened(), asked(0), fact(10, { kind: 'absorbed', facts: absorbed })];
    expect(told(facts, responses)).toEqual(['first_response 0 due 60 breach 60']);
  });

  test('a split takes its questions along; the wait goes on with those that stay', () => {
    const first = asked(0);
    const second = asked(5);
    const split = fact(10, { kind: 'split', asked: [first.id] });
    expect(told([opened(), first, second, split], responses)).toEqual([
      'first_response 5 due 65 breach 65',
    ]);
    expect(told([opened(), first, split], responses)).toEqual(['first_response 0 due 60 moved 10']);
  });
});

describe('updates', () => {
  const rules = ruleset(
    rule({ targets: { periodic_update: minutes(60), pausable_update: minutes(60) } }),
  );

  test('run from each message of ours to the next; pausable ones stop while the customer is waited for', () => {
    const facts = [
      opened(),
      answered(10),
      state(20, 'pending'),
      state(50, 'open'),
      answered(100),
      state(120, 'solved'),
    ];
    expect(told(facts, rules)).toEqual([
      'periodic_update 10 due 70 updated 100 breach 70',
      'pausable_update 10 due 100 updated 100',
      'periodic_update 100 due 160 solved 120',
      'pausable_update 100 due 160 solved 120',
    ]);
  });

  test('do not run before we have said anything, unless the policy says so', () => {
    expect(told([opened(), asked(5)], rules)).toEqual([]);
    const fromOpening = ruleset(
      rule({
        targets: { pausable_update: minutes(60) },
        conventions: { ...OUR_CONVENTIONS, updatesFrom: 'opening' },
      }),
    );
    expect(told([opened(), asked(5)], fromOpening)).toEqual(['pausable_update 0 due 60 breach 60']);
  });
});

describe('resolution', () => {
  const rules = ruleset(
    rule({
      targets: {
        requester_wait: minutes(100),
        agent_work: minutes(100),
        total_resolution: minutes(100, 'calendar'),
      },
    }),
  );
  const life = [
    opened(),
    state(10, 'pending'),
    state(30, 'open'),
    state(40, 'on_hold'),
    state(60, 'open'),
  ];

  test('counts three ways: without waiting for the customer, nor on hold, and all of it', () => {
    expect(told([...life, state(90, 'solved')], rules)).toEqual([
      'requester_wait 0 due 120 solved 90',
      'agent_work 0 due 140 solved 90',
      'total_resolution 0 due 100 solved 90',
    ]);
  });

  test('shows no due time while it stands still', () => {
    expect(told(life.slice(0, 2), rules)).toEqual([
      'requester_wait 0 due null',
      'agent_work 0 due null',
      'total_resolution 0 due 100 breach 100',
    ]);
  });

  test('keeps its first end when it is reopened, and goes on', () => {
    const facts = [...life, state(90, 'solved'), state(100, 'open'), state(130, 'solved')];
    expect(
      clocksOf(facts, rules).map(({ firstEndedAtMs, endedAtMs }) => [
        minuteOf(firstEndedAtMs),
        minuteOf(endedAtMs),
      ]),
    ).toEqual([
      [90, 130],
      [90, 130],
      [90, 130],
    ]);
    expect(told(facts, rules)[0]).toBe('requester_wait 0 due 130 solved 130');
  });

  test('that is closed for good ends with the first closing, not with the merge after it', () => {
    expect(told([opened(), state(10, 'solved'), state(20, 'merged')], rules)[0]).toBe(
      'requester_wait 0 due 100 solved 10',
    );
  });
});

describe('a policy', () => {
  const urgent = rule({
    id: 'urgent',
    when: [{ field: 'priority', anyOf: ['urgent', 'high'] }],
    targets: { first_response: { urgent: minutes(20).any, any: minutes(30).any } },
  });
  const rest = rule({ id: 'rest', targets: { first_response: minutes(60) } });

  test.each<[string, readonly SlaFact[], readonly string[]]>([
    [
      'is the first that matches',
      [opened(0, { priority: 'urgent' }), asked(0)],
      ['first_response 0 due 20 breach 20'],
    ],
    [
      'has targets by priority',
      [opened(0, { priority: 'high' }), asked(0)],
      ['first_response 0 due 30 breach 30'],
    ],
    [
      'that matches nothing else holds for the rest',
      [opened(), asked(0)],
      ['first_response 0 due 60 breach 60'],
    ],
    [
      'that becomes stricter counts what has elapsed; it is broken from then on, not before',
      [opened(), asked(0), changed(40, { priority: 'urgent' })],
      ['first_response 0 due 20 breach 40'],
    ],
    [
      'that becomes looser does not mend a breach',
      [opened(0, { priority: 'urgent' }), asked(0), changed(25, { priority: 'normal' })],
      ['first_response 0 due 60 breach 20'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(told(facts, ruleset(urgent, rest))).toEqual(expected);
  });

  test('that no longer matches promises nothing', () => {
    const facts = [opened(0, { priority: 'urgent' }), asked(0), changed(5, { priority: 'low' })];
    expect(told(facts, ruleset(urgent))).toEqual(['first_response 0 due null']);
    expect(told([opened(), asked(0)], ruleset(urgent))).toEqual([]);
  });

  test.each<[SlaRule['when'][number], Partial<SlaSubject>, boolean]>([
    [{ field: 'channel', anyOf: ['email'] }, { channel: 'email' }, true],
    [{ field: 'account', anyOf: ['page'] }, {}, true],
    [{ field: 'team', anyOf: ['care'], not: true }, {}, false],
    [{ field: 'label', anyOf: ['vip', 'press'] }, { labels: ['new', 'press'] }, true],
    [{ field: 'label', anyOf: ['vip'] }, {}, false],
    [{ field: 'customer', anyOf: ['luisa'] }, { customer: null }, false],
    [{ field: 'customer', anyOf: ['luisa'], not: true }, { customer: null }, true],
  ])('asks %j of %j: %s', (condition, subject, holds) => {
    const rules = ruleset(rule({ when: [condition], targets: { first_response: minutes(60) } }));
    expect(told([opened(0, subject), asked(0)], rules)).toHaveLength(holds ? 1 : 0);
  });

  test('two schedules in one life add up, each where it held', () => {
    // 30 minutes of office hours, then mornings from 9 to 10 alone: 30 more today, the rest tomorrow.
    const rules = ruleset(rule({ targets: { first_response: minutes(90) } }));
    const facts = [opened(), asked(0), changed(30, { teamId: 'night' })];
    expect(told(facts, rules)).toEqual(['first_response 0 due 1470 breach 1470']);
  });

  test('a new version holds for what starts later, and for what runs once that was accepted', () => {
    const versions = {
      ...responses,
      versions: [
        ...responses.versions,
        { fromMs: at(10), rules: [rule({ targets: { first_response: minutes(20) } })] },
      ],
    };
    expect(told([opened(), asked(0)], versions)).toEqual(['first_response 0 due 60 breach 60']);
    expect(told([opened(), asked(12)], versions)).toEqual(['first_response 12 due 32 breach 32']);
    expect(told([opened(), asked(0), fact(15, { kind: 'recomputed' })], versions)).toEqual([
      'first_response 0 due 20 breach 20',
    ]);
  });

  test('in a calendar that never opens, or is not there, is never due', () => {
    const targets = { first_response: minutes(60) };
    for (const calendarId of ['closed', 'nowhere']) {
      expect(told([opened(), asked(0)], ruleset(rule({ calendarId, targets })))).toEqual([
        'first_response 0 due null',
      ]);
    }
  });
});

test('no opening, no clocks', () => {
  expect(clocksOf([], responses)).toEqual([]);
  expect(clocksOf([asked(0)], responses)).toEqual([]);
});
