import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import type { Obligation } from '../../../../shared/domain/obligation/types.ts';
import type { ProjectionTable, SqlRow } from './table.ts';

/** Every obligation, ended or open: what figures are counted from. */
export const obligationTable: ProjectionTable = {
  name: 'obligation',
  owner: 'conversation_id',
  columns: [
    'id',
    'conversation_id',
    'account_id',
    'team_id',
    'metric',
    'person',
    'started_at_ms',
    'wall_post',
    'ended_at_ms',
    'ending',
    'answered_by',
    'policy_version',
    'due_at_ms',
    'warn_at_ms',
    'business_ms',
  ],
};

/** Returns the rows of all obligations in the order of {@link obligationTable}. */
export const obligationValues = ({ obligations }: ConversationProjection): readonly SqlRow[] =>
  obligations.map((obligation) => [
    obligation.id,
    obligation.conversationId,
    obligation.accountId,
    obligation.teamId,
    obligation.metric,
    obligation.person,
    obligation.startedAtMs,
    obligation.wallPost ? 1 : 0,
    obligation.endedAtMs,
    obligation.ending,
    obligation.answeredBy,
    obligation.policyVersion,
    obligation.dueAtMs,
    obligation.warnAtMs,
    obligation.businessMs,
  ]);

/** An obligation as stored. */
export interface ObligationRecord {
  readonly id: string;
  readonly conversation_id: string;
  readonly account_id: string;
  readonly team_id: string;
  readonly metric: Obligation['metric'];
  readonly person: string;
  readonly started_at_ms: number;
  readonly wall_post: number;
  readonly ended_at_ms: number | null;
  readonly ending: Obligation['ending'];
  readonly answered_by: string | null;
  readonly policy_version: number;
  readonly due_at_ms: number | null;
  readonly warn_at_ms: number | null;
  readonly business_ms: number | null;
}

/** Turns a stored row into the domain's obligation. */
export const toObligation = (record: ObligationRecord): Obligation => ({
  id: record.id,
  conversationId: record.conversation_id,
  accountId: record.account_id,
  teamId: record.team_id,
  metric: record.metric,
  person: record.person,
  startedAtMs: record.started_at_ms,
  wallPost: record.wall_post === 1,
  endedAtMs: record.ended_at_ms,
  ending: record.ending,
  answeredBy: record.answered_by,
  policyVersion: record.policy_version,
  dueAtMs: record.due_at_ms,
  warnAtMs: record.warn_at_ms,
  businessMs: record.business_ms,
});
