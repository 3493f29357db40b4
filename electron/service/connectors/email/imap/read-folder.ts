import type { ImapFlow, MailboxObject } from 'imapflow';
import type { FolderMark } from '../../../../../shared/domain/mail/types.ts';
import { appError, AppFailure } from '../../../../../shared/kernel/app-error.ts';
import type { KnownFolder, MailPlace, MailPlan, MailStep } from '../../../ports/mail.ts';
import { vanishedSince } from './changes.ts';
import { fetchMails, type MailBatch } from './fetch-mails.ts';
import type { OpenFolder } from './open-folder.ts';

/** What a folder is read with. */
export type FolderTools = Pick<OpenFolder, 'client' | 'limits' | 'parseMail'>;

type Steps = AsyncGenerator<MailStep, void, undefined>;

/**
 * Reads one folder from where its mark stands: what vanished, what a complete read finds missing, what
 * came (oldest first, so that a break leaves no hole), and the rest of a first read (newest first).
 * Opens it read-only: nothing on the server changes. Throws what the client throws.
 */
export async function* readFolder(
  tools: FolderTools,
  path: string,
  known: KnownFolder | null,
  depth: MailPlan['depth'],
): Steps {
  const box = await tools.client.mailboxOpen(path, { readOnly: true });
  const now = await markOf(tools.client, path, box);
  const folder: OpenFolder = { ...tools, path, uidValidity: now.uidValidity };
  const kept = known !== null && known.mark.uidValidity === now.uidValidity ? known : null;
  if (kept === null) {
    yield* readDown(folder, { ...now, lowestUid: now.uidNext });
    return;
  }
  let { mark } = kept;
  for await (const step of readOn(folder, kept, now, depth)) {
    ({ mark } = step);
    yield step;
  }
  if (mark.lowestUid > 1) yield* readDown(folder, mark);
}

/** How the folder stands; `lowestUid` is left at 1. */
async function markOf(client: ImapFlow, path: string, box: MailboxObject): Promise<FolderMark> {
  if (typeof box.uidValidity !== 'bigint') throw new AppFailure(appError('bad_shape'));
  const highestModseq = box.noModseq === true ? undefined : box.highestModseq;
  // A server must tell the next UID; for one that does not it is the one after the last.
  const uidNext =
    box.uidNext ?? (await search(client, '1:*')).reduce((a, b) => Math.max(a, b), 0) + 1;
  return {
    path,
    uidValidity: String(box.uidValidity),
    uidNext,
    lowestUid: 1,
    highestModseq: highestModseq === undefined ? null : String(highestModseq),
  };
}

/** UIDs of mails that are not marked as deleted, ascending. */
async function search(client: ImapFlow, uid: string): Promise<readonly number[]> {
  const found = await client.search({ uid, deleted: false }, { uid: true });
  if (!Array.isArray(found)) throw new AppFailure(appError('refused', { command: 'SEARCH' }));
  return found.toSorted((a, b) => a - b);
}

/** A folder that was read before: what vanished, what is missing, what came. */
async function* readOn(
  folder: OpenFolder,
  { mark, uids }: KnownFolder,
  now: FolderMark,
  depth: MailPlan['depth'],
): Steps {
  const { client } = folder;
  const there = depth === 'complete' ? await search(client, '1:*') : null;
  const known = there === null ? null : uids();
  const vanished =
    there === null || known === null
      ? await vanishedSince(client, mark)
      : missingFrom(new Set(there), known);
  let reached: FolderMark = { ...mark, highestModseq: now.highestModseq };
  if (vanished.length > 0 || reached.highestModseq !== mark.highestModseq) {
    yield { ...NOTHING, vanished: vanished.map((uid) => placeIn(folder, uid)), mark: reached };
  }
  const missing = there?.filter(
    (uid) => uid >= mark.lowestUid && uid < mark.uidNext && known?.has(uid) === false,
  );
  for await (const batch of fetchMails(folder, missing ?? [])) {
    yield { ...NOTHING, ...contentOf(batch), mark: reached };
  }
  // `n:*` always names the last mail, even one below n.
  const came =
    now.uidNext <= mark.uidNext
      ? []
      : (there ?? (await search(client, `${mark.uidNext}:*`))).filter((uid) => uid >= mark.uidNext);
  for await (const batch of fetchMails(folder, came)) {
    reached = { ...reached, uidNext: batch.lastUid + 1 };
    yield { ...NOTHING, ...contentOf(batch), mark: reached };
  }
  if (now.uidNext > reached.uidNext) {
    yield { ...NOTHING, mark: { ...reached, uidNext: now.uidNext } };
  }
}

const missingFrom = (there: ReadonlySet<number>, known: ReadonlySet<number>): readonly number[] =>
  [...known].filter((uid) => !there.has(uid));

/** Reads on downwards from the lowest UID that was read: the newest mails first. */
async function* readDown(folder: OpenFolder, mark: FolderMark): Steps {
  const all = await search(folder.client, '1:*');
  const left = all.filter((uid) => uid < mark.lowestUid).toReversed();
  const total = all.filter((uid) => uid < mark.uidNext).length;
  const before = total - left.length;
  for await (const batch of fetchMails(folder, left)) {
    const isEnd = batch.done === left.length;
    yield {
      ...NOTHING,
      ...contentOf(batch),
      mark: { ...mark, lowestUid: isEnd ? 1 : batch.lastUid },
      progress: { total, done: before + batch.done },
    };
  }
  if (left.length === 0) {
    yield { ...NOTHING, mark: { ...mark, lowestUid: 1 }, progress: { total, done: before } };
  }
}

const NOTHING = { found: [], vanished: [], setAside: [], progress: null } as const;

const contentOf = ({ found, setAside }: MailBatch): Pick<MailStep, 'found' | 'setAside'> => ({
  found,
  setAside,
});

const placeIn = ({ path, uidValidity }: OpenFolder, uid: number): MailPlace => ({
  folder: path,
  uidValidity,
  uid,
});
