import { oneLine } from '../text.ts';
import type { BouncedRecipient } from './types.ts';

/*
 * Reports that servers write for people, without a part for machines: qmail, Exim, Exchange, Gmail,
 * Yahoo, sendmail 5, Domino, ezweb, mail.ru, IMail, DragonFly, MailFoundry, Zoho, Amazon.
 */

/** What is looked at: reports are short, and what is returned below them may be long. */
const LOOKED_AT_UNITS = 100_000;
const MAX_RECIPIENTS = 50;
const MAX_DIAGNOSTIC_UNITS = 500;

const MAILBOX = '[^\\s<>()\\[\\]:;,"\'«»|]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?';

/** Where the returned mail begins; what stands below names its sender and everybody else too. */
const RETURNED =
  /^[^\S\n]*(?:[-=*_]{2,}[^\S\n]*)?(?:(?:Original|Unsent|Returned|Undelivered) message(?: headers?)?(?: follows?)?\b.*|Message headers? follows?\b.*|(?:Below this line|Enclosed) is a copy\b.*|This is a copy of\b.*|Transcript of message follows\b.*|The (?:header|body) (?:part )?of (?:the|your) .*)$/im;

/** What is said right at a recipient, from the surest to the last resort; the first kind that is found counts. */
const NAMINGS: readonly RegExp[] = [
  // Final-Recipient: rfc822; a@b · Recipient address: a@b · Recipient: <a@b>
  new RegExp(
    `^[^\\S\\n]*(?:Original-|Final-)?Recipient(?: address)?[^\\S\\n]*:[^\\S\\n]*(?:rfc822;)?[^\\S\\n]*<?(${MAILBOX})`,
    'gim',
  ),
  // <a@b>: (qmail, Yahoo, Postfix)
  new RegExp(`^[^\\S\\n]{0,4}<(${MAILBOX})>[^\\S\\n]*(?:\\([^\\n)]{0,200}\\))?:`, 'gim'),
  // a@b, alone on its line, with a link, a reason in brackets, or what is wrong with it (Exim, Exchange, Gmail)
  new RegExp(
    `^[^\\S\\n]{0,12}(?:["'«])?(${MAILBOX})(?:["'»])?(?:[^\\S\\n]*<(?:mailto:)?[^\\s>]{1,320}>)?[^\\S\\n]*(?:\\[[^\\n\\]]{0,200}\\]|\\([^\\n)]{0,200}\\)|:[^\\n]{0,300})?[^\\S\\n]*$`,
    'gim',
  ),
  // [Status: Error, Address: <a@b>, …] (Zoho)
  new RegExp(`\\bAddress:[^\\S\\n]*<(${MAILBOX})>`, 'gi'),
  // "could not deliver … to <a@b>", "undeliverable to a@b", "failed 20 attempts: a@b"
  new RegExp(
    `(?:deliver|undeliverable|failed|rejected|recipient|address)[^\\n@<]{0,80}?(?:to|for|of|attempts|address|recipient)[^\\S\\n]*:?[^\\S\\n]*<?(${MAILBOX})`,
    'gi',
  ),
  // RCPT TO:<a@b>
  new RegExp(`RCPT TO:[^\\S\\n]*<?(${MAILBOX})`, 'gi'),
  // 550 <a@b>... User unknown
  new RegExp(
    `\\b[45]\\d\\d[^\\S\\n-]{1,3}(?:[45]\\.\\d{1,3}\\.\\d{1,3}[^\\S\\n])?<(${MAILBOX})>`,
    'gi',
  ),
  // Amazon's notifications, JSON within JSON
  new RegExp(`bouncedRecipients.{0,20}emailAddress[\\\\":\\s]{3,12}(${MAILBOX})`, 'gi'),
];

const DELAYED =
  /warning message only|will (?:be retried|keep trying|continue to (?:try|be attempted))|still (?:being )?(?:trying|tried)|not yet (?:been )?delivered|has been delayed|delivery (?:is )?delayed|\(delay\)/i;

/** A report's own text, without the mail that it returns. */
export function reportPart(text: string): string {
  const looked = text.slice(0, LOOKED_AT_UNITS).replaceAll(/\r\n?/g, '\n');
  const at = RETURNED.exec(looked)?.index ?? -1;
  return at > 0 ? looked.slice(0, at) : looked;
}

/** Whether a report for people speaks of a delay, not of an end. */
export const speaksOfDelay = (subject: string, text: string): boolean =>
  DELAYED.test(subject.slice(0, 1000)) || DELAYED.test(reportPart(text));

/**
 * Returns the recipients that a report for people names, each once. `listed`: those that its head
 * lists (`X-Failed-Recipients`), which then count alone. `ours`: to whom the report was sent, who are
 * never meant.
 */
export function recipientsInText(
  text: string,
  { listed, ours, delayed }: { listed: string | null; ours: string; delayed: boolean },
): readonly BouncedRecipient[] {
  const report = reportPart(text);
  const own = ours.toLowerCase();
  const inHead = addressesIn(listed ?? '', new RegExp(MAILBOX, 'gi'));
  const named =
    inHead.length > 0
      ? inHead
      : (NAMINGS.map((naming) =>
          addressesIn(report, naming).filter((address) => !own.includes(address.toLowerCase())),
        ).find((found) => found.length > 0) ?? []);
  return named.slice(0, MAX_RECIPIENTS).map((address) => said(report, address, delayed));
}

function addressesIn(text: string, naming: RegExp): readonly string[] {
  const found = new Map<string, string>();
  for (const match of text.matchAll(naming)) {
    const address = match[1] ?? match[0];
    if (!found.has(address.toLowerCase())) found.set(address.toLowerCase(), address);
    if (found.size >= MAX_RECIPIENTS) break;
  }
  return [...found.values()];
}

/** The server's words nearest below the recipient: a line with a reply code. */
function said(report: string, address: string, delayed: boolean): BouncedRecipient {
  const from = Math.max(0, report.indexOf(address));
  const near = report.slice(from, from + 3000);
  const line =
    /(?:^|[\s:'"])([45]\d\d[ -][^\n]{1,600})/.exec(near)?.[1] ??
    /(?:^|\s)([45]\d\d[ -][^\n]{1,600})/.exec(report)?.[1] ??
    '';
  const status =
    /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(line)?.[0] ??
    /[\s#'"(][45]\.\d\.\d{1,3}\b/.exec(near)?.[0].slice(1);
  const diagnostic = oneLine(line, MAX_DIAGNOSTIC_UNITS);
  return {
    address,
    action: delayed ? 'delayed' : 'failed',
    status: status ?? null,
    diagnostic: diagnostic === '' ? null : diagnostic,
  };
}
