import type { Email } from 'postal-mime';
import { messageIdsIn } from '../../../../../shared/domain/mail/signs.ts';
import type { MailTrace } from '../../../../../shared/domain/mail/types.ts';

const MAX_VALUE_UNITS = 2000;

/** Where servers that give a mail another Message-ID keep the one that it had. */
const ORIGINAL_ID = ['x-microsoft-original-message-id', 'x-google-original-message-id'];

/** Returns what the head says of the mail's way: the id that it had, the list that passed it on. */
export function mailTrace({ headers }: Email): MailTrace {
  const value = (name: string): string =>
    (headers.find(({ key }) => key === name)?.value ?? '').slice(0, MAX_VALUE_UNITS);
  return {
    originalId: ORIGINAL_ID.map((name) => messageIdsIn(value(name))[0]).find(isThere) ?? null,
  };
}

const isThere = (id: string | undefined): id is string => id !== undefined;
