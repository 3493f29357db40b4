import type { Message } from '../conversation/types.ts';
import type { OutboxItem } from './types.ts';

/** What a re-check looks at in a message. */
export type RecheckMessage = Pick<
  Message,
  'externalId' | 'authorKind' | 'source' | 'presence' | 'createdAtMs'
>;

export type RecheckVerdict =
  'go' | 'message_vanished' | 'answered_meanwhile' | 'new_message_arrived';

/**
 * Says whether a reply may still go out, from its thread as it stands now (domain.md §5). What its
 * writer had seen is everything up to `seenThroughMs`; replies written here do not stop each other.
 */
export function recheck(
  item: Pick<OutboxItem, 'targetExternalId' | 'seenThroughMs'>,
  messages: readonly RecheckMessage[],
): RecheckVerdict {
  const parent = messages.find((message) => message.externalId === item.targetExternalId);
  if (parent?.presence === 'gone') return 'message_vanished';
  const unseen = messages.filter(
    (message) => message.presence === 'visible' && message.createdAtMs > item.seenThroughMs,
  );
  if (unseen.some(answersElsewhere)) return 'answered_meanwhile';
  return unseen.some(fromPeople) ? 'new_message_arrived' : 'go';
}

/** An automatic acknowledgement never counts as an answer (domain.md §1). */
const answersElsewhere = (message: RecheckMessage): boolean =>
  message.authorKind === 'brand' && message.source === 'native';

const fromPeople = (message: RecheckMessage): boolean =>
  message.authorKind === 'customer' || message.authorKind === 'other';
