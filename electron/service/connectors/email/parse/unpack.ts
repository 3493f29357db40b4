import type { Attachment, Email } from 'postal-mime';
import { isTnef, readTnef, type TnefFile } from './tnef.ts';

/** Files out of packages that one mail may have, those of packages in packages with them. */
const MAX_UNPACKED = 200;

/**
 * Returns a mail with the files of its packages (`winmail.dat`) after its own: an index means the same
 * file as before. Where the mail has no text, that of a package is its text.
 */
export function unpacked(email: Email): Email {
  const files = [...email.attachments];
  const most = files.length + MAX_UNPACKED;
  const texts: { html?: string; text?: string }[] = [];
  // What is found within is looked into as well.
  for (const file of files) {
    const bytes = contentOf(file);
    if (!mayBePackage(file) || !isTnef(bytes)) continue;
    const inner = readTnef(bytes);
    files.push(...inner.files.slice(0, most - files.length).map(asAttachment));
    if (inner.html !== null) texts.push({ html: inner.html });
    else if (inner.text !== null) texts.push({ text: inner.text });
  }
  if (files.length === email.attachments.length && texts.length === 0) return email;
  const hasText = `${email.text ?? ''}${email.html ?? ''}`.trim() !== '';
  return { ...email, ...(hasText ? {} : texts[0]), attachments: files };
}

/** Whether a file is looked into. */
export const mayBePackage = ({ mimeType, filename }: Attachment): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/i.test(mimeType) || /^winmail.*\.dat$/i.test(filename ?? '');

const asAttachment = ({ filename, mimeType, contentId, content }: TnefFile): Attachment => ({
  filename,
  mimeType,
  disposition: 'attachment',
  content,
  ...(contentId === null ? {} : { contentId }),
});

/** Returns an attachment's bytes, however the parser gives them. */
export function contentOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
