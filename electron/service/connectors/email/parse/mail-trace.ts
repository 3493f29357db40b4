import { addressParser, decodeWords, type Email } from 'postal-mime';
import { messageIdsIn } from '../../../../../shared/domain/mail/signs.ts';
import { oneLine } from '../../../../../shared/domain/text.ts';
import type { MailAddress, MailTrace } from '../../../../../shared/domain/mail/types.ts';

const MAX_VALUE_UNITS = 2000;
const ADDRESS = /[^\s<>@;:,"]{1,64}@[^\s<>@;:,"]{1,255}/;

/** Where servers that give a mail another Message-ID keep the one that it had. */
const ORIGINAL_ID = ['x-microsoft-original-message-id', 'x-google-original-message-id'];
/** Where lists name themselves by an address. */
const LIST_ADDRESS = ['list-post', 'mailing-list', 'x-beenthere'];

/** Returns what the head says of the mail's way: the id that it had, the lists that passed it on. */
export function mailTrace({ headers }: Email): MailTrace {
  const value = (name: string): string =>
    (headers.find(({ key }) => key === name)?.value ?? '').slice(0, MAX_VALUE_UNITS);
  const listId = /<([^<>\s]{1,300})>/.exec(value('list-id'))?.[1] ?? null;
  return {
    originalId: ORIGINAL_ID.map((name) => messageIdsIn(value(name))[0]).find(isThere) ?? null,
    lists: [...LIST_ADDRESS.map((name) => ADDRESS.exec(value(name))?.[0]), listId ?? undefined]
      .filter(isThere)
      .map((list) => list.replace(/^mailto:/i, '')),
    originalFrom: addressIn(value('x-original-from')),
  };
}

const isThere = (text: string | undefined): text is string => text !== undefined;

function addressIn(value: string): MailAddress | null {
  const [one] = value === '' ? [] : addressParser(decodeWords(value), { flatten: true });
  const address = one?.address ?? '';
  if (!ADDRESS.test(address) || address.length > 320) return null;
  const name = oneLine(one?.name ?? '', 320);
  return { name: name === '' ? null : name, address };
}
