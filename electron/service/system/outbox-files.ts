import { filesRefused, stagedName, stagedType } from '../../../shared/domain/mail/files.ts';
import type { StagedFile } from '../../../shared/domain/mail/types.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { Ids } from '../ports/clock.ts';
import type { StagedFiles } from '../ports/staged-files.ts';
import { stagedFolder } from './staged-folder.ts';

/** Returns the files for mails that lie in this folder, each one that only its owner can read. */
export function outboxFiles(path: string, ids: Ids): StagedFiles {
  const folder = stagedFolder(path);
  return {
    stage: async ({ name, mediaType, bytes }) => {
      const refused = filesRefused([{ bytes: bytes.length }]);
      if (refused !== null) return err(refused);
      const label = { name: stagedName(name), mediaType: stagedType(mediaType) };
      const staged: StagedFile = { id: ids.next(), ...label, bytes: bytes.length };
      const kept = await folder.keep(staged.id, JSON.stringify(label), bytes);
      return kept.ok ? ok(staged) : kept;
    },
    find: async (id) => {
      const bytes = await folder.read(id);
      if (bytes === null) return null;
      return { id, ...labelOf(await folder.label(id)), bytes: bytes.length };
    },
    load: async ({ id, bytes: length }) => {
      const bytes = await folder.read(id);
      return bytes?.length === length ? bytes : null;
    },
    remove: folder.remove,
    keepOnly: folder.keepOnly,
  };
}

/** Written by us; a label that somebody spoiled is none. */
function labelOf(text: string | null): Pick<StagedFile, 'name' | 'mediaType'> {
  try {
    const label: unknown = JSON.parse(text ?? '');
    if (typeof label === 'object' && label !== null && 'name' in label && 'mediaType' in label) {
      return {
        name: stagedName(String(label.name)),
        mediaType: stagedType(String(label.mediaType)),
      };
    }
  } catch {
    // Falls through: the file itself is there.
  }
  return { name: 'file', mediaType: 'application/octet-stream' };
}
