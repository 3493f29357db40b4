import type { MailFacts, StagedFile } from '../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { StagedFiles } from '../../ports/staged-files.ts';
import type { Inbox } from '../inbox.ts';
import { openKept } from './kept-mail.ts';

/** Lays a file ready that is to go with a mail. Errors: those of `StagedFiles.stage`. */
export const stageFile = (
  { outboxFiles }: Inbox,
  file: Parameters<StagedFiles['stage']>[0],
): Promise<Result<StagedFile, AppError>> => outboxFiles.stage(file);

/** Lays an upload ready whose pieces are all here. Errors: `not_found`, `conflict`, those of staging. */
export async function finishUpload(
  inbox: Inbox,
  uploadId: string,
): Promise<Result<StagedFile, AppError>> {
  const file = inbox.uploads.take(uploadId);
  return file.ok ? stageFile(inbox, file.value) : file;
}

/** Returns files that lie ready, in this order. Errors: `file_missing`. */
export async function stagedFiles(
  { outboxFiles }: Inbox,
  ids: readonly string[],
): Promise<Result<readonly StagedFile[], AppError>> {
  const found: StagedFile[] = [];
  for (const id of ids) {
    const file = await outboxFiles.find(id);
    if (file === null) return err(appError('file_missing'));
    found.push(file);
  }
  return ok(found);
}

/** Takes a file away that no mail in the outbox needs. */
export async function unstageFile({ outboxFiles, store }: Inbox, id: string): Promise<void> {
  if (!store.neededFiles().has(id)) await outboxFiles.remove(id);
}

/** Takes away, at start, what a run left behind that was ended before its mail left or was dropped. */
export const dropOrphanedFiles = ({ outboxFiles, store }: Inbox): Promise<void> =>
  outboxFiles.keepOnly(store.neededFiles());

/**
 * Lays files of a mail ready that go along when it is passed on. Errors: `mail_missing` (it was never
 * fetched whole), `file_missing` (it has no such file), `disk_full`.
 */
export async function forwardedFiles(
  inbox: Inbox,
  mail: MailFacts | undefined,
  indexes: readonly number[],
): Promise<Result<readonly StagedFile[], AppError>> {
  if (mail === undefined || indexes.length === 0) return ok([]);
  const opened = await openKept(inbox, mail);
  if (!opened.ok) return opened;
  const staged: StagedFile[] = [];
  for (const index of new Set(indexes)) {
    const told = mail.attachments.find((one) => one.index === index);
    const bytes = opened.value.bytes(index);
    if (told === undefined || bytes === null) return err(appError('file_missing'));
    const { name, mediaType } = told;
    const kept = await inbox.outboxFiles.stage({ name, mediaType, bytes });
    if (!kept.ok) return kept;
    staged.push(kept.value);
  }
  return ok(staged);
}
