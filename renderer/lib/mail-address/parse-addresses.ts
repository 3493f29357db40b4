import { addressParser } from 'postal-mime';
import type { MailAddressView } from '../../../shared/contract/mail-schemas.ts';

const MOST_UNITS = 200_000;
const MOST_NAME = 200;
const MOST_ADDRESS = 320;

/** Bare addresses with blanks between them, as they come from a table. */
const isRow = (text: string): boolean =>
  !/[<>"(]/.test(text) && text.split(/\s+/).every((word) => word.includes('@'));

/**
 * Returns the people in what somebody typed or pasted: `Anna <anna@posta.it>; marco@posta.it`, one
 * or many, with or without names. What is no address is kept as it stands, to be put right.
 */
export function parseAddresses(text: string): readonly MailAddressView[] {
  return text
    .slice(0, MOST_UNITS)
    .split(/[\r\n\t]+/)
    .flatMap((line) => {
      const trimmed = line.trim();
      if (trimmed === '') return [];
      return parseLine(isRow(trimmed) ? trimmed.split(/\s+/).join(', ') : trimmed);
    });
}

const parseLine = (line: string): readonly MailAddressView[] =>
  addressParser(line, { flatten: true }).flatMap(({ name = '', address = '' }) => {
    const typed = (address === '' ? name : address).trim().slice(0, MOST_ADDRESS);
    const called = address === '' ? '' : name.trim().slice(0, MOST_NAME);
    return typed === ''
      ? []
      : [{ name: called === '' || called === typed ? null : called, address: typed }];
  });
