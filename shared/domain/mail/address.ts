import { oneLine } from '../text.ts';
import { personIdOf } from './identity.ts';
import type { MailAddress } from './types.ts';

const MAX_NAME_UNITS = 80;

/** Whether two addresses are the same mailbox: servers tell no capitals apart, whatever the rule allows. */
export const sameAddress = (
  one: Pick<MailAddress, 'address'>,
  other: Pick<MailAddress, 'address'>,
): boolean => personIdOf(one) === personIdOf(other);

/**
 * Returns what somebody is called, as one line: the name they give themselves, else the part before
 * the `@`. A name that is another address than theirs ("boss@ours.example" <x@evil.example>) is not
 * believed: then the real address is shown.
 */
export function displayName({ name, address }: MailAddress): string {
  const given = oneLine((name ?? '').replaceAll(/^["'\s]+|["'\s]+$/g, ''), MAX_NAME_UNITS);
  if (given.includes('@') && !sameAddress({ address: given }, { address })) return address;
  if (given !== '') return given;
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@')));
  return oneLine(local === '' ? address : local, MAX_NAME_UNITS);
}

/** What keeps something from being an address. */
export type AddressFault = 'no_at' | 'no_local' | 'no_domain' | 'bad_sign';

/**
 * Returns why something typed is no address that a mail can go to; null: it is one. Enough to keep
 * what is none out of an envelope; whether there is such a mailbox, servers know.
 */
export function addressFault(address: string): AddressFault | null {
  const typed = address.trim();
  const at = typed.lastIndexOf('@');
  if (at < 0) return 'no_at';
  if (/[\s<>",;:()[\]\\\p{Cc}]/u.test(typed) || typed.indexOf('@') !== at) return 'bad_sign';
  if (at === 0) return 'no_local';
  return isDomain(typed.slice(at + 1)) ? null : 'no_domain';
}

/** Also within a company: `posta@server`. */
const isDomain = (text: string): boolean =>
  text.length <= 253 &&
  text
    .split('.')
    .every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?$/u.test(label));
