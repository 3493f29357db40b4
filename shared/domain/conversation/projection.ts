import type { CompiledCalendar } from '../calendar/compiled.ts';
import type { Obligation } from '../obligation/types.ts';
import type { OutboxItem } from '../outbox/types.ts';
import type { SlaPolicy } from '../sla/types.ts';
import type { SourceId } from '../source/types.ts';
import type { MessageTag } from '../triage/types.ts';
import type {
  Activity,
  Author,
  Channel,
  ConversationKind,
  ConversationStatus,
  Message,
  Note,
} from './types.ts';

/** One policy in force from `fromMs` on, with its calendar ready to compute. */
export interface RuleVersion {
  readonly version: number;
  readonly fromMs: number;
  readonly policy: SlaPolicy;
  readonly calendar: CompiledCalendar;
}

/** All policy versions, oldest first; the first holds for everything before it too. */
export interface ProjectionRules {
  readonly versions: readonly RuleVersion[];
}

/** A conversation as lists show it: made from its facts alone, no clock in it. */
export interface ConversationRow {
  readonly id: string;
  readonly accountId: string;
  readonly channel: Channel;
  readonly kind: ConversationKind;
  /** What it is read from; its coverage says whether a timer can be trusted. */
  readonly source: SourceId;
  readonly externalId: string;
  readonly contextExternalId: string | null;
  readonly permalink: string | null;
  readonly starter: Author;
  readonly teamId: string;
  readonly assignee: string | null;
  readonly status: ConversationStatus;
  /** What its mails are about, one line of 200 characters; empty: unsaid, null: they are no mails. */
  readonly subject: string | null;
  /** First 160 characters of the newest visible message, one line. */
  readonly snippet: string;
  /** The newest visible message is ours. */
  readonly snippetOurs: boolean;
  readonly tag: MessageTag | null;
  readonly messageCount: number;
  readonly openedAtMs: number;
  readonly lastMessageAtMs: number;
  /** The most urgent open obligation; all null when none is open. */
  readonly obligationId: string | null;
  readonly pendingSinceMs: number | null;
  readonly warnAtMs: number | null;
  readonly dueAtMs: number | null;
  /** The latest answer that ended an obligation: when, and how long they had waited (calendar ms). */
  readonly answeredAtMs: number | null;
  readonly answeredInMs: number | null;
}

/** Everything that a conversation's facts say. */
export interface ConversationProjection {
  readonly row: ConversationRow;
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  readonly obligations: readonly Obligation[];
  readonly outbox: readonly OutboxItem[];
  readonly activities: readonly Activity[];
}
