import { foldText } from '../../../../shared/domain/mail/fold.ts';
import type { MailAttachment } from '../../../../shared/domain/mail/types.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { OpenedMail } from '../../ports/mail-reader.ts';
import type { Inbox } from '../inbox.ts';
import { mailOf, openKept, type MailMessage } from './kept-mail.ts';
import { pictureUrl } from './picture-url.ts';

/** A picture within a mail's text, by the id that its HTML uses. */
export interface InlinePicture {
  readonly contentId: string;
  /** `data:`, of a raster type. */
  readonly dataUrl: string;
}

/** A mail as it is read. */
export interface ReadMail {
  /** What its writer wrote now. */
  readonly text: string;
  /** What was quoted or forwarded, as it stands; empty when nothing was. */
  readonly quoted: string;
  readonly signature: string;
  /** As its sender wrote it: hostile until it was sanitised. Null when there is none. */
  readonly html: string | null;
  readonly inline: readonly InlinePicture[];
  readonly attachments: readonly MailAttachment[];
  /** Text or HTML was longer than is read: its end is missing here. */
  readonly isCut: boolean;
  /** Why the mail itself is not here (`mail_missing`): then this is what its fact says. Null: it is here. */
  readonly missing: AppError | null;
}

/** Bytes of one inline picture, and of all of a mail's together; what goes beyond is left out. */
export const INLINE_LIMITS = { each: 5 * 2 ** 20, all: 20 * 2 ** 20 };

/** Returns a mail's text, HTML and inline pictures. Errors: `not_found`: no such message, or no mail. */
export async function readMailBody(
  inbox: Inbox,
  messageId: string,
): Promise<Result<ReadMail, AppError>> {
  const found = mailOf(inbox, messageId);
  if (!found.ok) return found;
  const opened = await openKept(inbox, found.value.mail);
  return ok(opened.ok ? bodyOf(opened.value) : factAlone(found.value, opened.error));
}

function bodyOf(opened: OpenedMail): ReadMail {
  const { text, html, attachments, notes } = opened.parsed;
  const { visible, quoted, signature } = foldText(text);
  return {
    text: visible,
    quoted,
    signature,
    html,
    inline: inlinePictures(opened),
    attachments,
    isCut: notes.length > 0,
    missing: null,
  };
}

const factAlone = ({ message, mail }: MailMessage, missing: AppError): ReadMail => ({
  text: message.text,
  quoted: '',
  signature: '',
  html: null,
  inline: [],
  attachments: mail.attachments,
  isCut: false,
  missing,
});

function inlinePictures(opened: OpenedMail): readonly InlinePicture[] {
  const pictures: InlinePicture[] = [];
  let left = INLINE_LIMITS.all;
  for (const { index, inline, contentId, size } of opened.parsed.attachments) {
    if (!inline || contentId === null || size > Math.min(left, INLINE_LIMITS.each)) continue;
    const bytes = opened.bytes(index);
    const dataUrl = bytes === null ? null : pictureUrl(bytes);
    if (dataUrl === null) continue;
    pictures.push({ contentId, dataUrl });
    left -= size;
  }
  return pictures;
}
