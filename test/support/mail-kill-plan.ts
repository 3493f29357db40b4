import type { MailServer } from '../../shared/domain/mail/types.ts';

/** What one run of the service with a mailbox is to do, and at which moment it dies. */
export interface MailKillPlan {
  readonly profileDir: string;
  readonly server: MailServer;
  readonly filesSent: boolean;
  /** Message-IDs that the SMTP server delivered, and those that were filed in Sent, one a line. */
  readonly deliveredFile: string;
  readonly filedFile: string;
  readonly epochMs: number;
  readonly factor: number;
  /** The question that is answered; those before it, by `step`, lie in the mailbox too. */
  readonly seed: number;
  readonly step: number;
  readonly ask: boolean;
  readonly killAt: MailStage | null;
  /** For `under_way` and `any_instant`: this much later, machine milliseconds. */
  readonly killAfterMs: number;
}

/** The moments at which a run can be killed. */
export const MAIL_STAGES = [
  'before_queued',
  'after_queued',
  'before_sending',
  'after_sending',
  'under_way',
  'after_send',
  'before_sent',
  'after_sent',
  'before_file',
  'after_file',
  'any_instant',
  'before_unknown',
  'after_unknown',
  'before_reconciling',
  'after_reconciling',
] as const;
export type MailStage = (typeof MAIL_STAGES)[number];
