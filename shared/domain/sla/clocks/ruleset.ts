import type { ProjectionRules } from '../../conversation/projection.ts';
import type { SlaPolicy } from '../types.ts';
import type { SlaRule, SlaRuleset } from './policy.ts';

/** Returns the workspace's one policy, version by version, as a list of rules that match everything. */
export function rulesetOf({ versions }: ProjectionRules): SlaRuleset {
  return {
    versions: versions.map(({ fromMs, policy, version }) => ({
      fromMs,
      rules: [ruleOf(policy, String(version))],
    })),
    calendars: new Map(versions.map(({ version, calendar }) => [String(version), calendar])),
    teamCalendars: new Map(),
  };
}

function ruleOf({ id, name, targets }: SlaPolicy, calendarId: string): SlaRule {
  return {
    id,
    name,
    when: [],
    calendarId,
    targets: Object.fromEntries(
      Object.entries(targets).map(([metric, target]) => [metric, { any: target }]),
    ),
  };
}
