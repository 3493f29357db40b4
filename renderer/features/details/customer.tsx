import type { ReactElement } from 'react';
import type { PersonRowView } from '../../../shared/contract/customer-schemas.ts';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDay } from '../../lib/format/date.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { personName } from '../../lib/text/person-name.ts';
import { unlinkCustomer } from '../../state/customer-actions.ts';
import { selectAccount } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { CHANNEL_ICONS } from '../../ui/icon/channel-icons.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './customer.module.css';

function Identity(props: {
  readonly conversationId: string;
  readonly row: PersonRowView;
  readonly here: boolean;
  readonly alone: boolean;
}): ReactElement {
  const t = useT();
  const { conversationId, row, here, alone } = props;
  const account = useApp(selectAccount(row.accountId));
  const name = personName(t, row);
  const channel = t(`account.channel.${row.channel}`);
  const place = row.channel === 'email' ? row.externalId : (account?.name ?? '');
  return (
    <li className={styles['identity']}>
      <span className={styles['channel']} role="img" aria-label={channel} data-tip={channel}>
        <Icon name={CHANNEL_ICONS[row.channel]} small />
      </span>
      <span className={styles['words']}>
        <Inline className={styles['name']} text={name} />
        {place === name ? null : <Inline className={styles['place']} text={place} />}
        <span className={styles['place']}>
          {here
            ? t('customer.here')
            : t('customer.lastAt', { when: formatDay(row.lastAtMs, clock.now()) })}
        </span>
      </span>
      {alone ? null : (
        <IconButton
          icon="unlink"
          label={t('customer.unlink', { name })}
          onClick={() => void unlinkCustomer(conversationId, row, name)}
        />
      )}
    </li>
  );
}

/** The identities of a conversation's customer, at all places where they write. */
export function Customer(props: { readonly detail: ConversationDetail }): ReactElement {
  const t = useT();
  const { customer, summary } = props.detail;
  if (customer === null) return <p className={styles['none']}>{t('customer.none')}</p>;
  const { person, identities } = customer;
  return (
    <ul className={styles['identities']}>
      {identities.map((row) => (
        <Identity
          key={`${row.accountId}/${row.externalId}`}
          conversationId={summary.id}
          row={row}
          here={row.accountId === person.accountId && row.externalId === person.externalId}
          alone={identities.length === 1}
        />
      ))}
    </ul>
  );
}
