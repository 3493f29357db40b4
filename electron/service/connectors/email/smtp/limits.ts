/** How long each step of a talk with an SMTP server may take, in milliseconds. */
export interface SmtpLimits {
  /** Until the line stands. */
  readonly connectMs: number;
  /** From there to the end of the greeting, EHLO and STARTTLS. */
  readonly greetingMs: number;
  /** For the answer to any command, and for any stretch without progress while the mail is sent. */
  readonly replyMs: number;
  /** For the answer to the final dot: giving up earlier makes doubles (RFC 5321 §4.5.3.2.6). */
  readonly finalReplyMs: number;
}

/** RFC 5321 §4.5.3.2 asks for 5 min for most answers and 10 min for the last one. */
export const SMTP_LIMITS: SmtpLimits = {
  connectMs: 30_000,
  greetingMs: 60_000,
  replyMs: 5 * 60_000,
  finalReplyMs: 10 * 60_000,
};

/** Somebody waits in front of a connection test. */
export const SMTP_TEST_LIMITS: SmtpLimits = {
  connectMs: 15_000,
  greetingMs: 20_000,
  replyMs: 20_000,
  finalReplyMs: 20_000,
};
