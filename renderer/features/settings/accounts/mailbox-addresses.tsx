import { useId, type ReactElement } from 'react';
import { useT } from '../../../lib/i18n/i18n.ts';
import { editMailbox } from '../../../state/mailbox-actions.ts';
import type { MailboxAccount, MailboxDraft } from '../../../state/mailboxes.ts';
import { Button, IconButton } from '../../../ui/button/button.tsx';
import { BareField } from '../../../ui/field/bare-field.tsx';
import { Disclosure } from './disclosure.tsx';
import styles from './mailbox.module.css';
import { useMailbox } from './use-mailbox.ts';

type Addresses = MailboxDraft['addresses'];

function Row(props: {
  readonly own: Addresses[number];
  readonly at: number;
  readonly wrong: boolean;
  readonly group: string;
  readonly onChange: (change: Partial<Addresses[number]>) => void;
  readonly onFirst: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const t = useT();
  const { own, at, wrong, group } = props;
  const words = { address: own.address === '' ? String(at + 1) : own.address };
  return (
    <li className={styles['address']}>
      <input
        type="radio"
        name={group}
        checked={at === 0}
        aria-label={t('mailbox.addresses.usual', words)}
        data-tip={t('mailbox.addresses.usual', words)}
        onChange={props.onFirst}
      />
      <BareField
        room="text"
        label={t('mailbox.addresses.name', words)}
        placeholder={t('mailbox.name')}
        value={own.name}
        maxLength={200}
        onChange={(event) => props.onChange({ name: event.target.value })}
      />
      <BareField
        room="text"
        label={t('mailbox.addresses.address', words)}
        placeholder="assistenza@example.com"
        wrong={wrong}
        value={own.address}
        maxLength={320}
        onChange={(event) => props.onChange({ address: event.target.value })}
      />
      {at === 0 ? (
        <span className={styles['usual']}>{t('mailbox.addresses.isUsual')}</span>
      ) : (
        <IconButton
          icon="trash"
          label={t('mailbox.addresses.remove', words)}
          onClick={props.onRemove}
        />
      )}
    </li>
  );
}

/** Our addresses at this mailbox, with the names that customers see; the first is the usual sender. */
export function MailboxAddresses({ account }: { readonly account: MailboxAccount }): ReactElement {
  const t = useT();
  const group = useId();
  const { shown, faults } = useMailbox(account);
  const { addresses } = shown;
  const set = (next: Addresses): void => editMailbox(account, { addresses: next });
  const wrong = faults.some((fault) => fault.startsWith('address.'));
  return (
    <Disclosure
      name={t('mailbox.addresses')}
      summary={account.mailbox.addresses.map(({ address }) => address).join(', ')}
      look={wrong ? 'error' : 'plain'}
    >
      <p className={styles['note']}>{t('mailbox.addresses.note')}</p>
      <ul className={styles['addresses']}>
        {addresses.map((own, at) => (
          <Row
            // Addresses have no name but their place: a text that changes is no key.
            key={`${group}-${at}`}
            own={own}
            at={at}
            group={group}
            wrong={faults.includes(`address.${at}`)}
            onChange={(change) => set(addresses.with(at, { ...own, ...change }))}
            onFirst={() => set([own, ...addresses.toSpliced(at, 1)])}
            onRemove={() => set(addresses.toSpliced(at, 1))}
          />
        ))}
      </ul>
      {wrong ? (
        <p className={styles['error']} role="alert">
          {t('mailbox.fault.addresses')}
        </p>
      ) : null}
      <div>
        <Button
          icon="plus"
          label={t('mailbox.addresses.add')}
          onClick={() => set([...addresses, { name: addresses[0]?.name ?? '', address: '' }])}
        />
      </div>
    </Disclosure>
  );
}
