import { personIdOf } from '../mail/identity.ts';

/** Why two identities may be one customer, the most telling first. */
export const LINK_REASONS = ['same_address', 'address_written', 'same_name'] as const;
/**
 * `same_address`: the same address at two mailboxes of ours · `address_written`: one wrote the address
 * of the other in a message · `same_name`: a hint and no more.
 */
export type LinkReason = (typeof LINK_REASONS)[number];

const ADDRESS =
  /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
/** So much of a text is looked at: addresses of a customer stand in few words. */
const LOOKED_AT_UNITS = 20_000;
const MOST_ADDRESSES = 20;

/** Returns the e-mail addresses that a text names, as `personIdOf`, each once, at most 20. */
export function addressesIn(text: string): readonly string[] {
  const found = text.slice(0, LOOKED_AT_UNITS).match(ADDRESS) ?? [];
  const addresses = found.map((address) => personIdOf({ address }));
  return [...new Set(addresses)].slice(0, MOST_ADDRESSES);
}

/**
 * Returns a full name in the form in which two count as the same: no accents, no capitals, words in
 * any order. Null for what is no full name: one word, or an address.
 */
export function foldedName(name: string | null): string | null {
  if (name === null || name.includes('@')) return null;
  const words = name
    .slice(0, 200)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words === null || words.length < 2 ? null : [...words].sort().join(' ');
}
