import { timerAt } from '../../../shared/domain/sla/timer.ts';
import type { Explanation } from '../../../shared/domain/sla/types.ts';
import type { Message } from '../../../shared/domain/conversation/types.ts';
import type { InboxRow } from '../ports/store.ts';
import { accountStatus } from '../usecases/account-status.ts';
import type { Inbox } from '../usecases/inbox.ts';
import type { SourceStatus } from '../usecases/source-status.ts';
import { iso, isoOrNull } from './output.ts';

/** Domain values as the command line prints them. */

/** One conversation of a list. */
export function conversationValue(inbox: Inbox, row: InboxRow): object {
  const team = inbox.store.teams().find((one) => one.id === row.teamId);
  const timer = timerAt({ ...row, paused: false }, inbox.clock.now());
  return {
    id: row.id,
    channel: row.channel,
    kind: row.kind,
    account: row.accountId,
    team: team?.name ?? row.teamId,
    assignee: row.assignee,
    author: row.starter.name,
    snippet: row.snippet,
    status: row.status,
    messageCount: row.messageCount,
    lastMessageAt: iso(row.lastMessageAtMs),
    pendingSince: isoOrNull(row.pendingSinceMs),
    dueAt: isoOrNull(row.dueAtMs),
    slaState: timer.state,
    outbox: row.outbox,
  };
}

/** One message of a conversation. */
export const messageValue = (message: Message): object => ({
  id: message.id,
  externalId: message.externalId,
  parentExternalId: message.parentExternalId,
  author: message.author.name,
  authorKind: message.authorKind,
  text: message.text,
  createdAt: iso(message.createdAtMs),
  visibility: message.visibility,
  source: message.source,
  presence: message.presence,
  edited: message.versions.length > 0,
});

/** One account with its health. Never its token. */
export function accountValue(inbox: Inbox, accountId: string): object | null {
  const account = inbox.store.account(accountId);
  if (account === null) return null;
  const team = inbox.store.teams().find((one) => one.id === account.teamId);
  const { health, sources, spend } = accountStatus(inbox, account);
  return {
    id: account.id,
    channel: account.channel,
    externalId: account.externalId,
    name: account.name,
    baseUrl: account.baseUrl,
    team: team?.name ?? account.teamId,
    practice: account.practice,
    state: health.state,
    error: health.error?.code ?? null,
    lastReadAt: isoOrNull(health.lastReadAtMs),
    conversations: health.conversationCount,
    messages: health.messageCount,
    setAside: health.setAsideCount,
    sources: sources.map(sourceValue),
    calls: { lastHour: spend.callsLastHour, lastDay: spend.callsLastDay },
    usagePercent: spend.usagePercent,
    pace: spend.pace,
    gaps: health.gaps.map((gap) => ({
      source: gap.source,
      from: iso(gap.fromMs),
      to: iso(gap.toMs),
      reason: gap.reason,
      filledAt: isoOrNull(gap.filledAtMs),
    })),
  };
}

/** How one source stands, and through when everything of it is known. */
const sourceValue = (source: SourceStatus): object => ({
  source: source.source,
  state: source.state,
  error: source.error?.code ?? null,
  missing: source.missing,
  completeThrough: isoOrNull(source.completeThroughMs),
  callsLastDay: source.callsLastDay,
});

/** What is known of each source of an account. */
export function coverageValues(inbox: Inbox, accountId: string): readonly object[] {
  const account = inbox.store.account(accountId);
  return account === null ? [] : accountStatus(inbox, account).sources.map(sourceValue);
}

/** One deadline, explained. */
export const explanationValue = (explanation: Explanation): object => ({
  obligationId: explanation.obligationId,
  metric: explanation.metric,
  policy: explanation.policyName,
  targetMinutes: explanation.targetMs / 60_000,
  clock: explanation.clock,
  startedAt: iso(explanation.startedAtMs),
  dueAt: isoOrNull(explanation.dueAtMs),
  endedAt: isoOrNull(explanation.endedAtMs),
  ending: explanation.ending,
  elapsedMinutes: explanation.elapsedMs / 60_000,
  intervals: explanation.intervals.map((interval) => ({
    kind: interval.kind,
    from: iso(interval.fromMs),
    to: iso(interval.toMs),
    label: interval.label,
  })),
});
