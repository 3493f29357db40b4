import type { StagedFile } from '../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { StagedFiles } from '../../ports/staged-files.ts';
import type { Inbox } from '../inbox.ts';

/** Lays a file ready that is to go with a mail. Errors: those of `StagedFiles.stage`. */
export const stageFile = (
  { outboxFiles }: Inbox,
  file: Parameters<StagedFiles['stage']>[0],
): Promise<Result<StagedFile, AppError>> => outboxFiles.stage(file);

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
  if (!store.outboxFiles().some((file) => file.id === id)) await outboxFiles.remove(id);
}

/** Takes away, at start, what a run left behind that was ended before its mail left or was dropped. */
export const dropOrphanedFiles = ({ outboxFiles, store }: Inbox): Promise<void> =>
  outboxFiles.keepOnly(new Set(store.outboxFiles().map((file) => file.id)));
