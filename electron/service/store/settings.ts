import type { ProjectionRules } from '../../../shared/domain/conversation/projection.ts';
import { compareEvents, type DomainEvent, type EventKind } from '../../../shared/domain/event.ts';
import type { Signature } from '../../../shared/domain/mail/types.ts';
import { compileRules } from '../../../shared/domain/sla/rules.ts';
import { SOURCES } from '../../../shared/domain/source/types.ts';
import type { AccountRow, TeamRow } from '../ports/store.ts';

/** What the few facts outside conversations say. Folded from them at opening, kept in memory. */
export interface Settings {
  readonly accounts: ReadonlyMap<string, AccountRow>;
  /** Their conversations are shown no more; the facts stay, and come back with the account. */
  readonly removedAccounts: ReadonlySet<string>;
  readonly teams: readonly TeamRow[];
  /** What stands below the answers of each team; none is empty. */
  readonly signatures: readonly Signature[];
  readonly rules: ProjectionRules;
}

const ofKind = <K extends EventKind>(events: readonly DomainEvent[], kind: K) =>
  events.filter((event): event is Extract<DomainEvent, { kind: K }> => event.kind === kind);

/** Returns the settings that `events` make, in whatever order they were appended. */
export function foldSettings(events: readonly DomainEvent[]): Settings {
  const sorted = [...events].sort(compareEvents);
  const accounts = new Map<string, AccountRow>();
  const removedAccounts = new Set<string>();
  const teams = new Map<string, TeamRow>();
  const signatures = new Map<string, Signature>();
  for (const event of sorted) {
    if (event.kind === 'team.set') {
      const { teamId, name, mark } = event.payload;
      teams.set(teamId, { id: teamId, name, mark });
    } else if (event.kind === 'signature.set') {
      const { teamId, language } = event.payload;
      signatures.set(`${teamId}/${language}`, event.payload);
    } else foldAccount(event, accounts, removedAccounts);
  }
  return {
    accounts,
    removedAccounts,
    teams: [...teams.values()],
    signatures: [...signatures.values()].filter(({ text }) => text !== ''),
    rules: compileRules(ofKind(sorted, 'policy.set'), ofKind(sorted, 'calendar.set')),
  };
}

function foldAccount(
  event: DomainEvent,
  accounts: Map<string, AccountRow>,
  removed: Set<string>,
): void {
  const id = event.accountId;
  if (id === null) return;
  const before = accounts.get(id);
  if (event.kind === 'account.added') {
    accounts.set(id, { id, ...event.payload, switchedOff: new Set(), appId: null, mailbox: null });
    removed.delete(id);
  } else if (event.kind === 'account.changed' && before !== undefined) {
    const { sources = {}, ...rest } = event.payload;
    const switchedOff = SOURCES.filter((one) => !(sources[one] ?? !before.switchedOff.has(one)));
    accounts.set(id, { ...before, ...rest, switchedOff: new Set(switchedOff) });
  } else if (event.kind === 'mailbox.set' && before !== undefined) {
    accounts.set(id, { ...before, mailbox: event.payload });
  } else if (event.kind === 'account.removed') {
    accounts.delete(id);
    removed.add(id);
  }
}

/**
 * The instant from which two sets of rules differ: obligations that start at it or later must be
 * computed again. Null when they say the same; minus infinity when they differ from the beginning.
 */
export function rulesDifferFrom(before: ProjectionRules, after: ProjectionRules): number | null {
  const length = Math.max(before.versions.length, after.versions.length);
  for (let index = 0; index < length; index += 1) {
    const [old, now] = [before.versions[index], after.versions[index]];
    if (saying(old) === saying(now)) continue;
    if (index === 0) return Number.NEGATIVE_INFINITY;
    return Math.min(old?.fromMs ?? Infinity, now?.fromMs ?? Infinity);
  }
  return null;
}

const saying = (rule: ProjectionRules['versions'][number] | undefined): string =>
  rule === undefined
    ? ''
    : JSON.stringify([rule.version, rule.fromMs, rule.policy, rule.calendar.definition]);
