import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { MailAddressView } from '../../../shared/contract/mail-schemas.ts';
import { addressFault, displayName } from '../../../shared/domain/mail/address.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './mail-head.module.css';
import { useRecipients, type RecipientsInput } from './use-recipients.ts';

/** One recipient; what is no address is marked and says why. */
function Chip(props: {
  readonly person: MailAddressView;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onEdit: () => void;
}): ReactElement {
  const t = useT();
  const { person, onRemove, onKeyDown, onEdit } = props;
  const fault = addressFault(person.address);
  const words =
    fault === null
      ? person.address
      : t('composer.mail.wrong', {
          address: person.address,
          reason: t(`composer.mail.fault.${fault}`),
        });
  const shown = person.name === null ? person.address : displayName(person);
  const label = shown === person.address ? shown : `${shown}, ${person.address}`;
  return (
    <li className={cx(styles['chip'], fault !== null && styles['wrong'])}>
      <button
        type="button"
        tabIndex={-1}
        data-chip=""
        className={styles['chipName']}
        aria-label={fault === null ? label : words}
        data-tip={words}
        onKeyDown={onKeyDown}
        onDoubleClick={onEdit}
      >
        {fault === null ? null : <Icon name="warning" small />}
        <Inline text={fault === null ? shown : person.address} />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles['chipRemove']}
        aria-label={t('composer.mail.remove', { name: displayName(person) })}
        onClick={onRemove}
      >
        <Icon name="close" small />
      </button>
    </li>
  );
}

/** Addresses as chips, and the field in which more are typed; arrow keys go over all of them. */
export function Recipients(
  props: RecipientsInput & { readonly label: string; readonly focus?: 'now' | 'from_text' | 'no' },
): ReactElement {
  const t = useT();
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { label, people, focus = 'no' } = props;
  const field = useRecipients(props);
  const { typed, offers, chosen } = field;
  const [atFirst] = useState(focus);
  useEffect(() => {
    // A mail that is passed on begins with its recipient, where one came to the composer to write.
    const fromText = document.activeElement?.matches('textarea') === true;
    if (atFirst === 'now' || (atFirst === 'from_text' && fromText)) input.current?.focus();
  }, [atFirst]);
  const focusChip = (index: number): void => {
    const chips = box.current?.querySelectorAll<HTMLElement>('[data-chip]') ?? [];
    (chips[index] ?? input.current)?.focus();
  };
  const removeAt = (index: number): void => {
    field.remove(index);
    input.current?.focus();
  };
  const editAt = (index: number): void => {
    field.edit(index);
    input.current?.focus();
  };
  const onChipKey = (index: number) => (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowLeft') focusChip(Math.max(0, index - 1));
    else if (key === 'ArrowRight') focusChip(index + 1);
    else if (key === 'Backspace' || key === 'Delete') removeAt(index);
    else if (key === 'Enter') editAt(index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles['line']} ref={box}>
      <span className={styles['name']} aria-hidden="true">
        {label}
      </span>
      <ul className={styles['chips']} aria-label={label}>
        {people.map((person, index) => (
          <Chip
            key={person.address}
            person={person}
            onRemove={() => removeAt(index)}
            onEdit={() => editAt(index)}
            onKeyDown={onChipKey(index)}
          />
        ))}
        <li className={styles['entry']}>
          <input
            ref={input}
            className={styles['input']}
            role="combobox"
            aria-label={label}
            aria-autocomplete="list"
            aria-expanded={offers.length > 0}
            aria-controls={listId}
            aria-activedescendant={chosen < 0 ? undefined : `${listId}-${chosen}`}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => field.setTyped(event.target.value)}
            onPaste={field.onPaste}
            onBlur={field.commit}
            onKeyDown={(event) => {
              const atStart = event.currentTarget.selectionEnd === 0;
              const back = event.key === 'Backspace' || event.key === 'ArrowLeft';
              if (back && atStart && people.length > 0) {
                event.preventDefault();
                focusChip(people.length - 1);
              } else field.onKeyDown(event);
            }}
          />
        </li>
      </ul>
      <div
        id={listId}
        role="listbox"
        aria-label={t('composer.mail.suggestions')}
        className={styles['offers']}
        hidden={offers.length === 0}
      >
        {offers.map((offer, index) => (
          <button
            key={offer.address}
            type="button"
            tabIndex={-1}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={styles['offer']}
            // The field keeps the focus: leaving it would take what was typed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => field.put([offer])}
          >
            <Inline text={displayName(offer)} />
            <Inline className={styles['offerAddress']} text={offer.address} />
          </button>
        ))}
      </div>
    </div>
  );
}
