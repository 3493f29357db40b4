import PostalMime, { decodeWords, type Attachment, type Email } from 'postal-mime';
import { classifyMail } from '../../../../../shared/domain/mail/classify.ts';
import { externalIdOf } from '../../../../../shared/domain/mail/identity.ts';
import type { MailReportPart, MailSigns } from '../../../../../shared/domain/mail/signs.ts';
import type { MailAttachment, MailHead } from '../../../../../shared/domain/mail/types.ts';
import type { SetAside } from '../../../ports/connector.ts';
import type { ParsedMail } from '../../../ports/mail.ts';
import type { OpenedMail } from '../../../ports/mail-reader.ts';
import {
  declaresUtf7,
  decodeUtf7,
  headEnd,
  withAssumedCharset,
  withEncodedBody,
  withReadableHead,
} from './charsets.ts';
import { cutFiles, markOf, type CutMail } from './cut-files.ts';
import { displayFileName } from './file-name.ts';
import { mailHead } from './mail-head.ts';
import { mailTrace } from './mail-trace.ts';
import { contentOf, mayBePackage, unpacked } from './unpack.ts';
import { keptCharacters, MAX_HTML_UNITS, MAX_TEXT_UNITS, textOfHtml } from './mail-text.ts';

/**
 * Takes a mail apart; never throws: what cannot be read is empty. A mail whose parts are nested
 * beyond all sense (more than 256 levels, more than 2 MB of head) is read by its head alone.
 * Texts are cut at {@link MAX_TEXT_UNITS}, and `notes` says so.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const cut = cutFiles(raw);
  const email = cut === null ? null : await readMail(cut.bytes);
  if (cut === null || email === null || !isCutClean(email, cut)) {
    return (await openMail(raw)).parsed;
  }
  return partsOf(cut.bytes, unpacked(email), cut.cuts);
}

/** Takes a mail apart once, for its text and for its files. */
export async function openMail(raw: Uint8Array): Promise<OpenedMail> {
  const email = unpacked(await readMail(raw));
  return {
    parsed: partsOf(raw, email, NO_CUTS),
    bytes: (index) => {
      const found = email.attachments[index];
      return found === undefined ? null : contentOf(found);
    },
  };
}

const NO_CUTS: CutMail['cuts'] = new Map();

/** Whether every mark came back at the beginning of a file that is only counted. */
function isCutClean({ attachments }: Email, { cuts }: CutMail): boolean {
  const files = attachments.filter((one) => cuts.has(markOf(contentOf(one))));
  const marks = new Set(files.map((one) => markOf(contentOf(one))));
  const isRead = files.some((one) => isReport(one) || mayBePackage(one));
  return marks.size === cuts.size && files.length === marks.size && !isRead;
}

function partsOf(raw: Uint8Array, email: Email, cuts: CutMail['cuts']): ParsedMail {
  const head = mailHead(email);
  const isUtf7 = declaresUtf7(raw);
  const read = (text: string | undefined): string =>
    keptCharacters(isUtf7 ? decodeUtf7(text ?? '') : (text ?? ''));
  const whole = read(email.html);
  const html = whole.trim() === '' ? null : whole.slice(0, MAX_HTML_UNITS);
  const plain = read(email.text);
  const text = plain.trim() === '' && html !== null ? keptCharacters(textOfHtml(html)) : plain;
  return {
    head,
    trace: mailTrace(email),
    class: classifyMail(signsOf(email, text)),
    text: text.slice(0, MAX_TEXT_UNITS),
    html,
    attachments: email.attachments.map((one, index) => {
      const lacks = cuts.get(markOf(contentOf(one))) ?? 0;
      return attachmentOf(one, { index, html, size: contentOf(one).byteLength + lacks });
    }),
    notes: [
      ...cutNote(head, 'text', text.length, MAX_TEXT_UNITS),
      ...cutNote(head, 'html', whole.length, MAX_HTML_UNITS),
    ],
  };
}

/** Returns the bytes of one attachment, by its {@link MailAttachment.index}; null when there is none. */
export async function attachmentBytes(raw: Uint8Array, index: number): Promise<Uint8Array | null> {
  return (await openMail(raw)).bytes(index);
}

async function readMail(raw: Uint8Array): Promise<Email> {
  const readable = withEncodedBody(withReadableHead(raw));
  const email = await parsed(readable);
  if (email === null) return (await parsed(readable.subarray(0, headEnd(readable)))) ?? NOTHING;
  if (isBare(email)) return withWholeBody(email, readable);
  if (!`${email.text ?? ''}${email.html ?? ''}`.includes('\uFFFD')) return email;
  const assumed = withAssumedCharset(readable);
  return (assumed === null ? null : await parsed(assumed)) ?? email;
}

/** A multipart mail in which no boundary was found: its parts are unreadable, its text need not be. */
const isBare = ({ text, html, attachments, headers }: Email): boolean =>
  `${text ?? ''}${html ?? ''}` === '' &&
  attachments.length === 0 &&
  headers.some(({ key, value }) => key === 'content-type' && /^multipart\//i.test(value));

async function withWholeBody(email: Email, raw: Uint8Array): Promise<Email> {
  // The first of two fields counts.
  const asText = await parsed(Buffer.concat([Buffer.from('Content-Type: text/plain\r\n'), raw]));
  return { ...email, text: asText?.text };
}

const NOTHING: Email = { headers: [], headerLines: [], attachments: [] };

/** Null: beyond the parser's limits, or a bug of it; one mail must never stop a read. */
async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true });
  } catch {
    return null;
  }
}

function attachmentOf(
  one: Attachment,
  { index, html, size }: { index: number; html: string | null; size: number },
): MailAttachment {
  const contentId = (one.contentId ?? '')
    .slice(0, 998)
    .replaceAll(/[<>\s\p{Cc}\p{Surrogate}]/gu, '');
  return {
    index,
    name: displayFileName(one.filename),
    mediaType: /^[\w.+-]{1,127}\/[\w.+-]{1,127}$/.test(one.mimeType)
      ? one.mimeType
      : 'application/octet-stream',
    size,
    contentId: contentId === '' ? null : contentId,
    inline: contentId !== '' && html !== null && refersTo(html, contentId),
  };
}

const refersTo = (html: string, contentId: string): boolean =>
  html.includes(`cid:${contentId}`) || html.includes(`cid:${encodeURIComponent(contentId)}`);

function signsOf(email: Email, text: string): MailSigns {
  return {
    headers: email.headers.map(({ key, value }) => ({
      name: key,
      value: key === 'subject' || key === 'from' ? decodeWords(value) : value,
    })),
    text,
    parts: email.attachments.flatMap(reportPart),
  };
}

const REPORT_PART_BYTES = 256 * 1024;

const isReport = ({ mimeType }: Attachment): boolean =>
  /^(?:message\/|text\/rfc822-headers$)/.test(mimeType);

function reportPart(one: Attachment): readonly MailReportPart[] {
  if (!isReport(one)) return [];
  const bytes = contentOf(one).subarray(0, REPORT_PART_BYTES);
  return [{ mediaType: one.mimeType, text: new TextDecoder().decode(bytes) }];
}

function cutNote(head: MailHead, what: string, length: number, max: number): readonly SetAside[] {
  if (length <= max) return [];
  return [
    {
      externalId: head.messageId === null ? null : externalIdOf(head, ''),
      reason: 'item_bad_shape',
      detail: `mail: ${what}: ${max} of ${length} characters kept`,
    },
  ];
}
