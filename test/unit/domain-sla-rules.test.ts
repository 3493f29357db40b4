import { describe, expect, test } from 'vitest';
import type { SlaCondition, SlaRule } from '../../shared/domain/sla/clocks/policy.ts';
import { faultsIn } from '../../shared/domain/sla/clocks/validate.ts';
import { compiled, everyDay, hours } from '../support/calendars.ts';

const calendars = new Map([
  ['office', compiled(everyDay('Etc/UTC', hours(9, 18)))],
  ['closed', compiled(everyDay('Etc/UTC'))],
]);
const rule = (id: string, when: readonly SlaCondition[], more: Partial<SlaRule> = {}): SlaRule => ({
  id,
  name: id,
  when,
  calendarId: 'office',
  targets: { first_response: { any: { durationMs: 3_600_000, clock: 'business' } } },
  ...more,
});
const priority = (...anyOf: readonly string[]): SlaCondition => ({ field: 'priority', anyOf });
const label = (...anyOf: readonly string[]): SlaCondition => ({ field: 'label', anyOf });
const many = (prefix: string): readonly string[] =>
  Array.from({ length: 200 }, (_, index) => `${prefix}${index}`);

describe('a rule that can never hold is named, with those that stand before it', () => {
  test.each<[string, readonly SlaRule[], readonly unknown[]]>([
    ['none', [rule('a', [priority('high')]), rule('b', [])], []],
    [
      'behind one for everything',
      [rule('a', []), rule('b', [priority('high')])],
      [{ kind: 'unreachable', ruleId: 'b', by: ['a'] }],
    ],
    [
      'behind a wider one',
      [rule('a', [priority('high', 'low')]), rule('b', [priority('high'), label('vip')])],
      [{ kind: 'unreachable', ruleId: 'b', by: ['a'] }],
    ],
    [
      'behind several that take all together',
      [
        rule('a', [priority('high', 'urgent')]),
        rule('b', [priority('low')]),
        rule('c', [priority('normal')]),
        rule('d', []),
      ],
      [{ kind: 'unreachable', ruleId: 'd', by: ['b', 'c', 'a'] }],
    ],
    [
      'behind one and its opposite',
      [rule('a', [label('vip')]), rule('b', [{ ...label('vip'), not: true }]), rule('c', [])],
      [{ kind: 'unreachable', ruleId: 'c', by: ['b', 'a'] }],
    ],
    ['not behind another label', [rule('a', [label('vip')]), rule('b', [label('press')])], []],
    [
      'that contradicts itself',
      [rule('a', [priority('high'), priority('low')])],
      [{ kind: 'impossible', ruleId: 'a' }],
    ],
    [
      'that asks for none of nothing',
      [rule('a', [priority()])],
      [{ kind: 'impossible', ruleId: 'a' }],
    ],
    [
      'among more values than can be tried',
      [
        rule('a', [
          { field: 'team', anyOf: many('t') },
          { field: 'account', anyOf: many('a') },
        ]),
        rule('b', [
          { field: 'team', anyOf: ['t1'] },
          { field: 'account', anyOf: ['a1'] },
          label('vip'),
        ]),
        rule('c', []),
      ],
      [{ kind: 'unreachable', ruleId: 'b', by: ['a'] }],
    ],
  ])('%s', (_, rules, faults) => {
    expect(faultsIn(rules, calendars)).toEqual(faults);
  });
});

test('other faults of rules are named', () => {
  const never = { any: { durationMs: 0, clock: 'business' as const } };
  expect(
    faultsIn(
      [
        rule('a', [priority('high')], { calendarId: 'nowhere' }),
        rule('a', [priority('low')], { calendarId: 'closed' }),
        rule('c', [], { targets: { agent_work: never } }),
      ],
      calendars,
    ),
  ).toEqual([
    { kind: 'unknown_calendar', ruleId: 'a', calendarId: 'nowhere' },
    { kind: 'duplicate_id', ruleId: 'a' },
    { kind: 'never_opens', ruleId: 'a', calendarId: 'closed' },
    { kind: 'bad_target', ruleId: 'c', metric: 'agent_work' },
  ]);
});
