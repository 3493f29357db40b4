import { MAX_PIECE_BYTES } from '../../shared/contract/groups/mail.ts';
import { filesRefused } from '../../shared/domain/mail/files.ts';
import { appError, type AppError } from '../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { bytesInBase64 } from '../lib/image/base64.ts';
import { draftOf, putDraft, saveDraft } from './draft-actions.ts';
import { mailIn, putMail } from './compose-mail.ts';
import type { DraftFile } from './mail-writing.ts';
import { ask } from './service.ts';

let count = 0;
/** One file after the other: the pieces of one arrive sooner, and the first is there first. */
let queue: Promise<void> = Promise.resolve();

const fileOf = (id: string, key: string): DraftFile | undefined =>
  draftOf(id).mail.files.find((file) => file.key === key);

function putFile(id: string, key: string, change: Partial<DraftFile>): void {
  const { mail } = draftOf(id);
  const files = mail.files.map((file) => (file.key === key ? { ...file, ...change } : file));
  putDraft(id, { mail: { ...mail, files } });
}

/** Puts files beside the words and hands them over. What would be too much is said and not taken. */
export function attachFiles(id: string, files: readonly File[]): void {
  const now = mailIn(id);
  if (now === null || files.length === 0) return;
  const here = Array.from({ length: now.count }, (_, index) => ({
    bytes: index === 0 ? now.bytes : 0,
  }));
  const refused = filesRefused([...here, ...files.map(({ size }) => ({ bytes: size }))]);
  if (refused !== null) return putDraft(id, { error: refused.code });
  const added = files.map((file) => ({ ...fresh, key: `file-${(count += 1)}`, ...factsOf(file) }));
  putMail(id, { files: [...draftOf(id).mail.files, ...added] });
  for (const { key } of added) queue = queue.then(() => handOver(id, key));
}

const fresh = { id: null, sentBytes: 0, error: null } as const;

const factsOf = (file: File) => ({ name: file.name, bytes: file.size, file });

/** Hands a file over once more that did not arrive. */
export function attachAgain(id: string, key: string): void {
  putFile(id, key, fresh);
  queue = queue.then(() => handOver(id, key));
}

async function handOver(id: string, key: string): Promise<void> {
  const file = fileOf(id, key)?.file ?? null;
  if (file === null) return;
  const answer = await send(file, (sentBytes) => {
    if (fileOf(id, key) === undefined) return false;
    putFile(id, key, { sentBytes });
    return true;
  });
  if (!answer.ok) return putFile(id, key, { error: answer.error.code });
  if (answer.value === null) return;
  const { id: fileId, name, bytes } = answer.value;
  if (fileOf(id, key) === undefined) return forget(fileId);
  putFile(id, key, { id: fileId, name, bytes, file: null });
  await saveDraft(id);
}

const forget = (fileId: string): void => void ask((service) => service.mail.removeFile({ fileId }));

/** Null: it was taken away meanwhile. */
async function send(
  file: File,
  goesOn: (sentBytes: number) => boolean,
): Promise<Result<{ id: string; name: string; bytes: number } | null, AppError>> {
  const { name, type: mediaType, size: bytes } = file;
  const begun = await ask((service) => service.mail.beginFile({ name, mediaType, bytes }));
  if (!begun.ok) return begun;
  const { uploadId } = begun.value;
  for (let offset = 0; offset < bytes; offset += MAX_PIECE_BYTES) {
    const base64 = await readPiece(file, offset);
    const taken = base64.ok
      ? await ask((service) => service.mail.appendFile({ uploadId, offset, base64: base64.value }))
      : base64;
    const isWanted = taken.ok && goesOn(taken.value.received);
    if (isWanted) continue;
    void ask((service) => service.mail.cancelFile({ uploadId }));
    return taken.ok ? ok(null) : taken;
  }
  return ask((service) => service.mail.finishFile({ uploadId }));
}

/** A file may be gone, or changed, by the time it is read. */
async function readPiece(file: File, offset: number): Promise<Result<string, AppError>> {
  try {
    return ok(await bytesInBase64(file.slice(offset, offset + MAX_PIECE_BYTES)));
  } catch {
    return err(appError('file_missing'));
  }
}

/** Takes a file away again, at whatever piece it stands. */
export async function removeFile(id: string, key: string): Promise<void> {
  const file = fileOf(id, key);
  if (file === undefined) return;
  putMail(id, { files: draftOf(id).mail.files.filter((other) => other.key !== key) });
  if (file.id === null) return;
  // Until the kept draft names it no more, it stays.
  await saveDraft(id);
  forget(file.id);
}
