/** What a read may take at once, and how long a server may be silent. */
export interface ImapLimits {
  /** Bytes; of a larger mail only the head is fetched. */
  readonly mailBytes: number;
  /**
   * A step ends with the mail that fills one of these. As long as the line holds, a step may have twice
   * as many mails as the one before, up to four times as many: fewer commits for a long read.
   */
  readonly stepMails: number;
  readonly stepBytes: number;
  /** Until the line stands, TLS included. */
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Of silence while an answer is due. */
  readonly silenceMs: number;
  /** How long one IDLE lasts: servers hang up after 30 min (RFC 2177), routers after 10. */
  readonly idleMs: number;
}

export const IMAP_LIMITS: ImapLimits = {
  mailBytes: 25 * 1024 * 1024,
  stepMails: 50,
  stepBytes: 4 * 1024 * 1024,
  connectMs: 30_000,
  greetingMs: 20_000,
  silenceMs: 90_000,
  idleMs: 9 * 60_000,
};

/** How much of the head of a mail is fetched that is too large as a whole. */
export const HEAD_BYTES = 256 * 1024;
