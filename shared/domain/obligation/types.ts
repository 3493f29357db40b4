/** How an obligation ended (domain.md §2). */
export type ObligationEnding =
  'answered' | 'no_answer_needed' | 'closed' | 'deleted' | 'hidden' | 'merged';

/** A stretch during which we owe an answer to one person in one conversation. */
export interface Obligation {
  /** The id of the message that opened it: stable across rebuilds. */
  readonly id: string;
  readonly conversationId: string;
  readonly accountId: string;
  /** Who had it when it started; the period's figures go to this team. */
  readonly teamId: string;
  readonly metric: 'first_response' | 'next_response';
  /** The waiting person's platform id, or a name, or the conversation's id when nobody is named. */
  readonly person: string;
  readonly startedAtMs: number;
  /** The message that started it stands on the wall itself (a visitor post), not under it. */
  readonly wallPost: boolean;
  readonly endedAtMs: number | null;
  readonly ending: ObligationEnding | null;
  /** The brand message that answered it. */
  readonly answeredBy: string | null;
  readonly policyVersion: number;
  /** Null when the policy sets no target, or the calendar never opens. */
  readonly dueAtMs: number | null;
  /** From here on the timer warns. */
  readonly warnAtMs: number | null;
  /** Working milliseconds from start to answer; null while unanswered. */
  readonly businessMs: number | null;
}
