import type { Channel } from '../../conversation/types.ts';
import type { Priority, SlaSubject } from './facts.ts';
import type { SlaCondition, SlaRule } from './policy.ts';

/** More than this is not tried. */
const MOST = 20_000;
/** All sets of more labels than this are too many. */
const MOST_LABELS = 6;

const CHANNELS = [
  'facebook',
  'instagram',
  'messenger',
  'email',
  'helpdesk',
] as const satisfies readonly Channel[];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const satisfies readonly Priority[];

/** Stands for every value that no rule names. */
const OTHER = '\u0000other';

/**
 * Returns conversations of every kind that some rules can tell apart, one of each; null when there
 * are too many to try.
 */
export function subjectsFor(rules: readonly SlaRule[]): readonly SlaSubject[] | null {
  const labels = named(rules, 'label');
  if (labels.length > MOST_LABELS) return null;
  const asked = new Set(rules.flatMap(({ when }) => when.map(({ field }) => field)));
  const channels = asked.has('channel') ? CHANNELS : CHANNELS.slice(0, 1);
  const priorities = asked.has('priority') ? PRIORITIES : PRIORITIES.slice(0, 1);
  const accounts = [...named(rules, 'account'), OTHER];
  const teams = [...named(rules, 'team'), OTHER];
  const customers = [...named(rules, 'customer'), null];
  const sets = subsets(labels);
  const count = [channels, priorities, accounts, teams, customers, sets].reduce(
    (product, { length }) => product * length,
    1,
  );
  if (count > MOST) return null;
  return channels.flatMap((channel) =>
    priorities.flatMap((priority) =>
      accounts.flatMap((accountId) =>
        teams.flatMap((teamId) =>
          customers.flatMap((customer) =>
            sets.map((own) => ({ channel, priority, accountId, teamId, customer, labels: own })),
          ),
        ),
      ),
    ),
  );
}

const named = (rules: readonly SlaRule[], field: SlaCondition['field']): readonly string[] => [
  ...new Set(
    rules.flatMap(({ when }) =>
      when.filter((one) => one.field === field).flatMap(({ anyOf }) => anyOf),
    ),
  ),
];

const subsets = (values: readonly string[]): readonly (readonly string[])[] =>
  values.reduce<readonly (readonly string[])[]>(
    (sets, value) => [...sets, ...sets.map((set) => [...set, value])],
    [[]],
  );
