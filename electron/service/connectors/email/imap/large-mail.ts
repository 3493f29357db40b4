import type { MessageStructureObject } from 'imapflow';
import type { MailAttachment } from '../../../../../shared/domain/mail/types.ts';
import type { ParsedMail } from '../../../ports/mail.ts';
import { isRefusal } from './errors.ts';
import { HEAD_BYTES } from './limits.ts';
import type { OpenFolder } from './open-folder.ts';

/** Of a mail with more files than this the rest is not listed. */
const MOST_FILES = 200;

/**
 * Reads a mail that is too large to be fetched: its head, and from the server's account of its
 * structure what came with it. Null: the server cannot give it.
 */
export async function parseLarge(
  { client, parseMail }: OpenFolder,
  uid: number,
): Promise<ParsedMail | null> {
  const query = { bodyStructure: true, bodyParts: [{ key: 'HEADER', maxLength: HEAD_BYTES }] };
  try {
    const answer = await client.fetchOne(String(uid), query, { uid: true });
    if (answer === false) return null;
    const head = answer.headers ?? answer.bodyParts?.get('header') ?? null;
    if (head === null) return null;
    const parsed = await parseMail(head);
    const attachments = filesOf(answer.bodyStructure);
    return { ...parsed, text: '', html: null, attachments };
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    return null;
  }
}

/** The files in a structure, in the order of their parts. Sizes are the encoded ones, made smaller. */
export function filesOf(root: MessageStructureObject | undefined): readonly MailAttachment[] {
  const files: MailAttachment[] = [];
  const rest = root === undefined ? [] : [root];
  for (let part = rest.pop(); part !== undefined && files.length < MOST_FILES; part = rest.pop()) {
    if (part.childNodes !== undefined) rest.push(...part.childNodes.toReversed());
    else if (isFile(part)) files.push(fileOf(part, files.length));
  }
  return files;
}

const isFile = ({ type, disposition, id }: MessageStructureObject): boolean =>
  disposition?.toLowerCase() === 'attachment' || id !== undefined || !type.startsWith('text/');

function fileOf(part: MessageStructureObject, index: number): MailAttachment {
  const size = part.size ?? 0;
  return {
    index,
    name: part.dispositionParameters?.['filename'] ?? part.parameters?.['name'] ?? '',
    mediaType: part.type.toLowerCase(),
    size: part.encoding?.toLowerCase() === 'base64' ? Math.floor((size * 3) / 4) : size,
    contentId: part.id?.replace(/^<|>$/g, '') ?? null,
    inline: part.disposition?.toLowerCase() === 'inline',
  };
}
