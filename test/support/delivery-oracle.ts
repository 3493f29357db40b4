import type { OutboxAction } from '../../shared/domain/action/types.ts';
import type { OutboxState } from '../../shared/domain/outbox/types.ts';
import type { Snapshot, SnapshotItem } from '../../electron/service/practice/index.ts';

/** Something that was accepted into the outbox, and where it came to rest. */
export interface Wanted {
  readonly action: OutboxAction;
  readonly target: string;
  readonly text: string;
  readonly state: OutboxState;
}

/** What an edit adds, so that the words it stood for can still be counted. */
export const EDITED = ' (corretto)';

const original = (text: string): string => text.replace(EDITED, '');

/** What stands at the page by whoever wrote for it: how often was it said? */
function timesSaid(page: Snapshot, { action, target, text }: Wanted): number {
  if (action === 'reply') {
    return page.comments.filter(
      (one) => one.byPage && one.parentId === target && original(one.text) === text,
    ).length;
  }
  return page.conversations
    .flatMap((thread) =>
      action === 'message' && thread.person.id !== target ? [] : thread.messages,
    )
    .filter(
      (one) =>
        one.byPage && one.text === text && one.answersId === (action === 'message' ? null : target),
    ).length;
}

/**
 * Compares what was accepted with what stands at the page and names what is wrong: said more often
 * than wanted, sent without being there, there without being sent (where the page tells everything at
 * once), not at rest, or not as it was wanted. Counts alone: it knows nothing of how it went.
 */
export function findings(
  page: Snapshot,
  wanted: readonly Wanted[],
  { tellsAtOnce }: { readonly tellsAtOnce: boolean },
): readonly string[] {
  const found: string[] = [];
  const note = (what: string, one: Wanted): void =>
    void found.push(`${what}: ${one.action} ${one.target} "${one.text}" (${one.state})`);
  for (const one of wanted) {
    if (one.state !== 'sent' && one.state !== 'needs_human') note('not at rest', one);
    if (isSpoken(one)) {
      const same = wanted.filter((other) => sameWords(one, other));
      const sent = same.filter(({ state }) => state === 'sent').length;
      const times = timesSaid(page, one);
      if (times > same.length) note(`said ${String(times)} times`, one);
      if (times < sent) note('says sent and is not there', one);
      if (tellsAtOnce && times > sent) note('asks although it is there', one);
    } else if (one.state === 'sent' && !stands(page, one)) note('not as wanted', one);
  }
  return [...new Set(found)];
}

const isSpoken = ({ action }: Wanted): boolean =>
  action === 'reply' || action === 'private_reply' || action === 'message';

const sameWords = (a: Wanted, b: Wanted): boolean =>
  a.action === b.action && a.target === b.target && a.text === b.text;

function stands(page: Snapshot, { action, target, text }: Wanted): boolean {
  const item: SnapshotItem | undefined = [...page.comments, ...page.posts].find(
    (one) => one.id === target,
  );
  switch (action) {
    case 'hide':
      return item?.hidden === true;
    case 'unhide':
      return item?.hidden === false;
    case 'like':
      return item?.likedByPage === true;
    case 'unlike':
      return item?.likedByPage === false;
    case 'edit':
      return item?.text === text;
    case 'delete':
      return item?.visible === false;
    case 'block':
      return page.blocked.includes(target);
    default:
      return !page.blocked.includes(target);
  }
}
