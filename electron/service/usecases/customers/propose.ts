import {
  addressesIn,
  foldedName,
  LINK_REASONS,
  type LinkReason,
} from '../../../../shared/domain/customer/reasons.ts';
import { personKey, type Person } from '../../../../shared/domain/customer/types.ts';
import { isOurs } from '../../../../shared/domain/mail/identity.ts';
import type { PersonRow } from '../../ports/customer-store.ts';
import type { ReadableStore } from '../../ports/store.ts';
import { customerHere } from './customer-of.ts';

/** Who may be the same customer, and why. */
export interface Proposal {
  readonly person: PersonRow;
  /** The most telling first. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly kind: LinkReason;
  /** The conversation in which it is written; null: nobody wrote it. */
  readonly conversationId: string | null;
}

/** What points to somebody, before it is known who they are. */
interface Sign extends Reason {
  readonly person: Person;
}

/** People are busy: what is further down was not going to be read. */
const MOST_PROPOSALS = 10;
/** So many of a customer's conversations, and of those that name an address, are looked at. */
const LOOKED_AT = 20;

/** Returns who else the customer of a conversation may be. Nobody is ever linked by it. */
export function proposeLinks(store: ReadableStore, conversationId: string): readonly Proposal[] {
  const here = customerHere(store, conversationId, 0);
  if (here === null) return [];
  const { identities } = here;
  const signs = [
    ...identities.flatMap((one) => atOtherMailboxes(store, one)),
    ...identities.flatMap((one) => whoseAddressTheyWrote(store, one)),
    ...identities.flatMap((one) => whoWroteTheirAddress(store, one)),
    ...identities.flatMap((one) => namesakes(store, one)),
  ];
  return proposals(store, signs, new Set(identities.map(personKey)));
}

function proposals(
  store: ReadableStore,
  signs: readonly Sign[],
  own: ReadonlySet<string>,
): readonly Proposal[] {
  const byPerson = new Map<string, Sign[]>();
  for (const sign of signs) {
    const key = personKey(sign.person);
    if (!own.has(key)) byPerson.set(key, [...(byPerson.get(key) ?? []), sign]);
  }
  return [...byPerson.values()]
    .flatMap((found) => {
      const [person] = store.people(found.slice(0, 1).map((sign) => sign.person));
      return person === undefined ? [] : [{ person, reasons: eachOnce(found) }];
    })
    .toSorted((a, b) => rank(a) - rank(b) || b.person.lastAtMs - a.person.lastAtMs)
    .slice(0, MOST_PROPOSALS);
}

const eachOnce = (signs: readonly Sign[]): readonly Reason[] =>
  LINK_REASONS.flatMap((kind) => {
    const sign = signs.find((one) => one.kind === kind);
    return sign === undefined ? [] : [{ kind, conversationId: sign.conversationId }];
  });

const rank = ({ reasons }: Proposal): number =>
  Math.min(...reasons.map(({ kind }) => LINK_REASONS.indexOf(kind)));

const mailboxes = (store: ReadableStore) =>
  store.accounts().filter(({ channel }) => channel === 'email');

function atOtherMailboxes(store: ReadableStore, { channel, externalId }: PersonRow): Sign[] {
  if (channel !== 'email') return [];
  return mailboxes(store).map(({ id }) => ({
    person: { accountId: id, externalId },
    kind: 'same_address',
    conversationId: null,
  }));
}

/** Addresses in what they said, where somebody wrote to us from one of them. */
function whoseAddressTheyWrote(store: ReadableStore, one: PersonRow): Sign[] {
  const ours = mailboxes(store).flatMap(({ mailbox }) => mailbox?.addresses ?? []);
  return store.conversationsOf([one], LOOKED_AT).flatMap(({ id }) =>
    textsOf(store, id, one)
      .flatMap(addressesIn)
      .filter((address) => address !== one.externalId && !isOurs({ name: null, address }, ours))
      .flatMap((address) =>
        mailboxes(store).map((mailbox): Sign => ({
          person: { accountId: mailbox.id, externalId: address },
          kind: 'address_written',
          conversationId: id,
        })),
      ),
  );
}

/** Customers anywhere who wrote this one's address. */
function whoWroteTheirAddress(store: ReadableStore, one: PersonRow): Sign[] {
  if (one.channel !== 'email') return [];
  return store.conversationsNaming(one.externalId, LOOKED_AT).flatMap((id) => {
    const conversation = store.conversation(id);
    const authors = (conversation?.messages ?? [])
      .filter(
        ({ authorKind, text }) =>
          authorKind === 'customer' && addressesIn(text).includes(one.externalId),
      )
      .map(({ author }) => author.externalId)
      .filter((author) => author !== null);
    return [...new Set(authors)].map((externalId): Sign => ({
      person: { accountId: conversation?.row.accountId ?? '', externalId },
      kind: 'address_written',
      conversationId: id,
    }));
  });
}

function namesakes(store: ReadableStore, { name }: PersonRow): Sign[] {
  const folded = foldedName(name);
  if (folded === null) return [];
  return store
    .findPeople(folded, LOOKED_AT)
    .filter((person) => foldedName(person.name) === folded)
    .map((person) => ({ person, kind: 'same_name', conversationId: null }));
}

const textsOf = (store: ReadableStore, id: string, { externalId }: Person): readonly string[] =>
  (store.conversation(id)?.messages ?? [])
    .filter(({ author }) => author.externalId === externalId)
    .map(({ text }) => text);
