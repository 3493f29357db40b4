import { oneLine } from '../text.ts';
import { displayName } from './address.ts';
import type { MailAddress, MailLanguage } from './types.ts';

/** A longer original is quoted to here: the reader has the whole of it. */
const MAX_QUOTED_UNITS = 50_000;

/** The mail that is answered. */
export interface QuotedMail {
  readonly author: MailAddress | null;
  readonly sentAtMs: number | null;
  readonly text: string;
}

/** For whom the quote is written: the language of the line above it, and the zone of its time. */
export interface QuoteFor {
  readonly language: MailLanguage;
  /** IANA zone. */
  readonly timeZone: string;
}

/**
 * Returns what stands below an answer: who wrote when, then the mail with `> ` before each line
 * (RFC 3676: no blank between quote marks). Empty when there is no text to quote.
 */
export function quoteBelow(mail: QuotedMail, reader: QuoteFor): string {
  const text = mail.text.slice(0, MAX_QUOTED_UNITS).replaceAll(/\r\n?/g, '\n').trimEnd();
  if (text.trim() === '') return '';
  const lines = text.split('\n').map((line) => {
    if (line === '') return '>';
    return line.startsWith('>') ? `>${line}` : `> ${line}`;
  });
  return [attributionLine(mail, reader), ...lines].join('\n');
}

/** Returns "Il giorno … Maria Rossi ha scritto:", with as much of it as is known. */
export function attributionLine({ author, sentAtMs }: QuotedMail, reader: QuoteFor): string {
  const isItalian = reader.language === 'it';
  const stranger = isItalian ? 'il mittente' : 'the sender';
  const who = author === null ? stranger : whoIs(author);
  const when = sentAtMs === null ? null : localTime(sentAtMs, reader);
  if (isItalian)
    return when === null ? `${who} ha scritto:` : `Il giorno ${when} ${who} ha scritto:`;
  return when === null ? `${who} wrote:` : `On ${when}, ${who} wrote:`;
}

const localTime = (atMs: number, { language, timeZone }: QuoteFor): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(atMs)
    // Some builds of ICU use narrow blanks, which old programs show as boxes.
    .replaceAll(/[\u202F\u00A0]/g, ' ');

/** The head of a mail that is passed on. */
export interface ForwardedMail extends QuotedMail {
  readonly subject: string;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
}

/**
 * Returns what stands below the text of a mail that is passed on: a line that says so, the head of
 * the original, and its text as it stands, without marks before its lines.
 */
export function forwardBelow(mail: ForwardedMail, reader: QuoteFor): string {
  const isItalian = reader.language === 'it';
  const people = (list: readonly MailAddress[]): string => list.map((one) => whoIs(one)).join(', ');
  return [
    isItalian
      ? '---------- Messaggio inoltrato ----------'
      : '---------- Forwarded message ----------',
    ...line(isItalian ? 'Da' : 'From', mail.author === null ? '' : whoIs(mail.author)),
    ...line(
      isItalian ? 'Data' : 'Date',
      mail.sentAtMs === null ? '' : localTime(mail.sentAtMs, reader),
    ),
    ...line(isItalian ? 'Oggetto' : 'Subject', mail.subject),
    ...line(isItalian ? 'A' : 'To', people(mail.to)),
    ...line('Cc', people(mail.cc)),
    '',
    mail.text.slice(0, MAX_QUOTED_UNITS).replaceAll(/\r\n?/g, '\n').trimEnd(),
  ].join('\n');
}

const line = (name: string, value: string): readonly string[] =>
  value === '' ? [] : [`${name}: ${oneLine(value, 2000)}`];

const whoIs = (one: MailAddress): string => `${displayName(one)} <${one.address}>`;
