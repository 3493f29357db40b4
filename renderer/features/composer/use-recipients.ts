import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { MailAddressView } from '../../../shared/contract/mail-schemas.ts';
import { sameAddress } from '../../../shared/domain/mail/address.ts';
import { parseAddresses } from '../../lib/mail-address/parse-addresses.ts';
import { matching } from './use-people.ts';

export interface RecipientsInput {
  readonly people: readonly MailAddressView[];
  readonly known: readonly MailAddressView[];
  readonly onChange: (people: readonly MailAddressView[]) => void;
}

/** Keys that end an address; with a suggestion chosen Enter and Tab take that. */
const ENDS = new Set([',', ';', 'Enter', 'Tab']);

const withThese = (
  people: readonly MailAddressView[],
  added: readonly MailAddressView[],
): readonly MailAddressView[] =>
  added.reduce(
    (all, one) => (all.some((other) => sameAddress(other, one)) ? all : [...all, one]),
    people,
  );

/** Returns what a field of recipients does: typing, choosing, pasting, and going back over them. */
export function useRecipients({ people, known, onChange }: RecipientsInput) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const offers = matching(known, typed, people);
  const put = (added: readonly MailAddressView[]): void => {
    setTyped('');
    setChosen(-1);
    if (added.length > 0) onChange(withThese(people, added));
  };
  const commit = (): void => put(parseAddresses(typed));
  const remove = (index: number): void => onChange(people.filter((_, other) => other !== index));
  const step = (by: number): void =>
    setChosen((at) => Math.max(-1, Math.min(offers.length - 1, at + by)));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    const offer = offers[chosen];
    if (event.ctrlKey || event.metaKey) {
      // Sent by key while an address is still being typed: it counts.
      if (key === 'Enter') commit();
    } else if (offers.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      step(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Escape' && offers.length > 0) {
      event.stopPropagation();
      setTyped('');
    } else if (ENDS.has(key) && typed.trim() !== '') {
      // Within a name in quotes they are part of it.
      if (key.length === 1 && typed.split('"').length % 2 === 0) return;
      event.preventDefault();
      if (offer !== undefined && (key === 'Enter' || key === 'Tab')) put([offer]);
      else commit();
    } else if (key === 'Enter' || key === ',' || key === ';') event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[,;<\s]/.test(text.trim()) && !text.includes('@')) return;
    event.preventDefault();
    put(parseAddresses(`${typed}${text}`));
  };
  const edit = (index: number): void => {
    const one = people[index];
    if (one === undefined) return;
    remove(index);
    setTyped(one.address);
  };
  return { typed, setTyped, chosen, offers, put, commit, remove, edit, onKeyDown, onPaste };
}
