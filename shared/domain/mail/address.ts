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
