/*
 * What the rules look at to tell a person's mail from a machine's, free of MIME's own shapes.
 */

/** One field of the head; `name` in lower case, `value` unfolded. */
export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

/** A part that was written for machines (a delivery status, a returned head), as text. */
export interface MailReportPart {
  /** Lower case, without parameters. */
  readonly mediaType: string;
  readonly text: string;
}

/** The evidence for {@link classifyMail}. */
export interface MailSigns {
  readonly headers: readonly MailHeader[];
  /** Its plain text. */
  readonly text: string;
  /** In their order; `message/*` and `text/rfc822-headers` only. */
  readonly parts: readonly MailReportPart[];
}

/** Returns the first field of that name (lower case), or null. */
export const headerOf = ({ headers }: Pick<MailSigns, 'headers'>, name: string): string | null =>
  headers.find((header) => header.name === name)?.value ?? null;

/** Returns the Message-IDs in a field's value (or a whole head), in their order, without brackets. */
export const messageIdsIn = (value: string): readonly string[] =>
  [...value.matchAll(/<([^<>\s]{3,990})>/g)].map((match) => match[1] ?? '');
