import { createHash } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import type { MailAddress } from '../../../../../shared/domain/mail/types.ts';
import type { OutgoingMail } from '../../../ports/mail.ts';
import { formatted } from './formatted.ts';
import { envelopeAddress, isPlainId, mailText, oneLine } from './plain.ts';

/** Longest subject and name that are sent; what is longer is no subject and no name. */
const LONGEST_SUBJECT = 900;
const LONGEST_NAME = 250;
/** So many ids of a thread are named: the first, and the newest. Threads of lists have thousands. */
const MOST_REFERENCES = 20;

/** Nothing in a mail may make the library read a file or fetch an address. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true } as const;

/**
 * Returns the bytes of a mail, the same for the same mail: plain text in UTF-8, an HTML form beside it
 * where the text has marks of formatting, and its files; CRLF line ends, no line over 998 bytes, seven bits only. Never throws for what a mail holds: ids that no
 * header can hold and addresses that no envelope can hold are left out; `send` refuses the latter.
 */
export async function compose(mail: OutgoingMail): Promise<Uint8Array> {
  const root = mail.attachments.length === 0 ? wordsNode(mail) : mixedNode(mail);
  root.setHeader([
    { key: 'From', value: addresses([mail.from]) },
    ...(mail.replyTo === undefined ? [] : [{ key: 'Reply-To', value: addresses([mail.replyTo]) }]),
    { key: 'To', value: addresses(mail.to) },
    { key: 'Cc', value: addresses(mail.cc) },
    { key: 'Subject', value: oneLine(mail.subject, LONGEST_SUBJECT) },
    { key: 'Message-ID', value: `<${ownId(mail.messageId)}>` },
    ...idsHeader('In-Reply-To', mail.inReplyTo === null ? [] : [mail.inReplyTo]),
    ...idsHeader('References', mail.references),
    { key: 'Date', value: dateHeader(mail.dateMs) },
  ]);
  return root.build();
}

/** The words alone, or in both forms: a reader's program takes the last that it can show. */
function wordsNode(mail: OutgoingMail, parent?: MimeNode): MimeNode {
  const text = wholeText(mail);
  const html = formatted(text);
  const nodeOf = (type: string): MimeNode =>
    parent === undefined ? new MimeNode(type, rootOptions(mail)) : parent.createChild(type);
  if (html === null) return nodeOf(PLAIN).setContent(mailText(text));
  const both = nodeOf('multipart/alternative');
  both.createChild(PLAIN).setContent(mailText(text));
  both.createChild('text/html; charset=utf-8').setContent(mailText(html));
  return both;
}

const PLAIN = 'text/plain; charset=utf-8';

/** What was written, and below it what is quoted. */
const wholeText = ({ text, below = '' }: OutgoingMail): string =>
  below === '' ? text : `${text.trimEnd()}\n\n${below}\n`;

function mixedNode(mail: OutgoingMail): MimeNode {
  const root = new MimeNode('multipart/mixed', rootOptions(mail));
  wordsNode(mail, root);
  for (const { name, mediaType, bytes } of mail.attachments) {
    const filename = oneLine(name, LONGEST_NAME);
    const node = root.createChild(safeType(mediaType), filename === '' ? {} : { filename });
    // Always base64: a text must arrive byte by byte, and an enclosed mail must not become part of ours.
    node.setHeader('Content-Transfer-Encoding', 'base64');
    node.setHeader('Content-Disposition', 'attachment');
    node.setContent(Buffer.from(bytes));
  }
  return root;
}

/** The boundary follows from the Message-ID, whose random part nobody knows who could quote it. */
const rootOptions = ({ messageId }: OutgoingMail) => ({
  ...CLOSED,
  baseBoundary: digest(messageId).slice(0, 32),
  boundaryPrefix: '--_Riscontro',
});

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Ours is always plain; should it not be, another that is the same for the same mail. */
const ownId = (id: string): string => (isPlainId(id) ? id : `${digest(id)}@invalid`);

const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/i;

/** Returns the type where it is one; containers and enclosed mails travel as plain files. */
const safeType = (mediaType: string): string =>
  MEDIA_TYPE.test(mediaType) && !/^(multipart|message)\//i.test(mediaType)
    ? mediaType.toLowerCase()
    : 'application/octet-stream';

/** Objects, never strings: a string would be parsed, and a name with a comma be two people. */
const addresses = (people: readonly MailAddress[]): { name: string; address: string }[] =>
  people.flatMap(({ name, address }) => {
    const plain = envelopeAddress(address);
    return plain === null ? [] : [{ name: oneLine(name ?? '', LONGEST_NAME), address: plain }];
  });

const shortened = (ids: readonly string[]): readonly string[] =>
  ids.length <= MOST_REFERENCES ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MOST_REFERENCES)];

/** All ids in brackets; no header where there are none. */
function idsHeader(key: string, ids: readonly string[]): { key: string; value: string }[] {
  const plain = shortened(ids.filter(isPlainId)).map((id) => `<${id}>`);
  return plain.length === 0 ? [] : [{ key, value: plain.join(' ') }];
}

/** RFC 5322 §3.3 in UTC; instants that no date holds count as the beginning of time. */
const dateHeader = (atMs: number): string => {
  const date = new Date(atMs);
  const year = date.getUTCFullYear();
  return (year >= 1900 && year <= 9999 ? date : new Date(0)).toUTCString().replace('GMT', '+0000');
};
