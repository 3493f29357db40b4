import { rasterTypeOf } from '../../../../shared/domain/mail/picture.ts';
import type { Readable, ReadableMail } from '../../../../shared/domain/mail/readable.ts';
import type { MailAttachment } from '../../../../shared/domain/mail/types.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { MailReader, OpenedMail } from '../../ports/mail-reader.ts';
import type { Inbox } from '../inbox.ts';
import { pictureUrl } from './picture-url.ts';
import { plainText } from './plain-text.ts';
import { attachedFile, type AttachedFile } from './save-attachment.ts';

/** A file of a mail with what can be seen of it here. */
export type ReadableAttachment = Readable & { readonly attachment: MailAttachment };

/** Beyond these a file can be saved and is not shown: bytes, but `text` is cut. */
export const SHOWN_LIMITS = {
  picture: 10 * 2 ** 20,
  mail: 20 * 2 ** 20,
  text: 256 * 1024,
  /** Mails within mails: how deep, and how many in all. */
  depth: 3,
  mails: 20,
};

/**
 * Returns what a file of a mail shows, by its type and by what it holds: what lies about itself is a
 * `file` and nothing else. Errors: `not_found` (message, or no such file), `mail_missing`.
 */
export async function readAttachment(
  inbox: Inbox,
  messageId: string,
  index: number,
): Promise<Result<ReadableAttachment, AppError>> {
  const found = await attachedFile(inbox, messageId, index);
  if (!found.ok) return found;
  const { attachment } = found.value;
  return ok({ ...(await readable(inbox.mailReader, found.value)), attachment });
}

async function readable(
  reader: MailReader,
  { attachment, bytes }: AttachedFile,
): Promise<Readable> {
  const type = rasterTypeOf(bytes);
  if (type !== null) return picture(type, bytes);
  if (isCalendar(attachment)) {
    const event = reader.event(bytes);
    if (event !== null) return { kind: 'event', event };
  }
  if (isMail(attachment) && bytes.length <= SHOWN_LIMITS.mail) {
    const mail = await mailWithin(reader, bytes, { depth: 1, left: SHOWN_LIMITS.mails - 1 });
    if (mail !== null) return { kind: 'mail', mail };
  }
  const text = isText(attachment) ? plainText(bytes, SHOWN_LIMITS.text) : null;
  return text === null ? { kind: 'file' } : { kind: 'text', ...text };
}

function picture(type: NonNullable<ReturnType<typeof rasterTypeOf>>, bytes: Uint8Array): Readable {
  const dataUrl = bytes.length > SHOWN_LIMITS.picture ? null : pictureUrl(bytes);
  return dataUrl === null ? { kind: 'file' } : { kind: 'picture', type, dataUrl };
}

/** How deep it is, and how many more mails may be read in all. */
interface Budget {
  readonly depth: number;
  left: number;
}

/** Null: nothing in it says that it is a mail. */
async function mailWithin(
  reader: MailReader,
  bytes: Uint8Array,
  budget: Budget,
): Promise<ReadableMail | null> {
  const opened = await reader.open(bytes);
  const { head, text, attachments, notes } = opened.parsed;
  if (head.from === null && head.dateMs === null && head.subject === '') return null;
  const isLong = text.length > SHOWN_LIMITS.text;
  return {
    subject: head.subject,
    from: head.from,
    to: head.to,
    dateMs: head.dateMs,
    text: isLong ? text.slice(0, SHOWN_LIMITS.text) : text,
    isCut: isLong || notes.length > 0,
    files: attachments.map(({ name, size }) => ({ name, size })),
    mails: await mailsWithin(reader, opened, budget),
  };
}

async function mailsWithin(
  reader: MailReader,
  opened: OpenedMail,
  budget: Budget,
): Promise<readonly ReadableMail[]> {
  const mails: ReadableMail[] = [];
  if (budget.depth >= SHOWN_LIMITS.depth) return mails;
  for (const attachment of opened.parsed.attachments.filter(isMail)) {
    const bytes = opened.bytes(attachment.index);
    if (bytes === null || budget.left <= 0) continue;
    const inner = { depth: budget.depth + 1, left: budget.left - 1 };
    const mail = await mailWithin(reader, bytes, inner);
    budget.left = inner.left;
    if (mail !== null) mails.push(mail);
  }
  return mails;
}

const isMail = ({ mediaType, name }: MailAttachment): boolean =>
  /^message\/(?:rfc822|global)$/i.test(mediaType) || /\.eml$/i.test(name);

const isCalendar = ({ mediaType, name }: MailAttachment): boolean =>
  /^(?:text\/calendar|application\/ics)$/i.test(mediaType) || /\.ics$/i.test(name);

/** Texts to be read as they stand. HTML is none: nothing here shows a stranger's page. */
const isText = ({ mediaType, name }: MailAttachment): boolean =>
  /^(?:text\/(?!html\b|xml\b|rtf\b)[\w.+-]+|application\/json)$/i.test(mediaType) ||
  /\.(?:txt|log|csv|json|md)$/i.test(name);
