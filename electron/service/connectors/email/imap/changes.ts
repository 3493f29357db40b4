import type { ExpungeEvent, ImapFlow } from 'imapflow';
import type { FolderMark } from '../../../../../shared/domain/mail/types.ts';
import { isDeleted } from './fetch-mails.ts';

/**
 * Returns the UIDs below the mark that vanished or were marked as deleted since its modseq, as far as
 * the server tells: with QRESYNC all, with CONDSTORE the marked ones, else none (a complete read
 * compares the UIDs themselves).
 */
export async function vanishedSince(
  client: ImapFlow,
  { uidNext, highestModseq }: FolderMark,
): Promise<readonly number[]> {
  if (highestModseq === null || uidNext < 2 || !client.enabled.has('CONDSTORE')) return [];
  const vanished = new Set<number>();
  const onExpunge = ({ uid, earlier }: ExpungeEvent): void => {
    if (uid !== undefined && earlier === true && uid < uidNext) vanished.add(uid);
  };
  client.on('expunge', onExpunge);
  try {
    const changed = client.fetch(
      `1:${uidNext - 1}`,
      { flags: true },
      { uid: true, changedSince: BigInt(highestModseq) },
    );
    for await (const one of changed) if (isDeleted(one)) vanished.add(one.uid);
  } finally {
    client.off('expunge', onExpunge);
  }
  return [...vanished];
}
