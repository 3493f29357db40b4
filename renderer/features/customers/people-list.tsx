import type { ReactElement } from 'react';
import { clock } from '../../lib/clock/clock.ts';
import { formatDay } from '../../lib/format/date.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { personName } from '../../lib/text/person-name.ts';
import { selectAccount } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { CHANNEL_ICONS } from '../../ui/icon/channel-icons.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './link-customer.module.css';
import type { Choice, People } from './use-people.ts';

/** The id of a choice's node. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

function Person({ choice }: { readonly choice: Choice }): ReactElement {
  const t = useT();
  const { person, reasons } = choice;
  const account = useApp(selectAccount(person.accountId));
  const name = personName(t, person);
  const channel = t(`account.channel.${person.channel}`);
  const isMail = person.channel === 'email';
  return (
    <>
      <span className={styles['channel']} role="img" aria-label={channel}>
        <Icon name={CHANNEL_ICONS[person.channel]} />
      </span>
      <span className={styles['words']}>
        <span className={styles['line']}>
          <Inline className={styles['name']} text={name} />
          {isMail && person.externalId !== name ? (
            <Inline className={styles['place']} text={person.externalId} />
          ) : null}
        </span>
        <span className={styles['line']}>
          <Inline className={styles['place']} text={`${channel} · ${account?.name ?? ''}`} />
        </span>
        {reasons.map(({ kind }) => (
          <span
            key={kind}
            className={cx(styles['reason'], kind === 'same_name' && styles['hintOnly'])}
          >
            {t(`linkCustomer.reason.${kind}`)}
          </span>
        ))}
      </span>
      <span className={styles['figures']}>
        <span>{formatDay(person.lastAtMs, clock.now())}</span>
        <span>{t('linkCustomer.count', { n: person.conversationCount })}</span>
      </span>
    </>
  );
}

/** Who can be chosen; the keyboard stays in the field above. */
export function PeopleList(props: {
  readonly id: string;
  readonly people: People;
  readonly active: number;
  readonly onChoose: (choice: Choice) => void;
}): ReactElement {
  const t = useT();
  const { id, active, onChoose } = props;
  const { searched, choices } = props.people;
  const title = t(searched ? 'linkCustomer.found' : 'linkCustomer.proposals');
  return (
    <>
      <div className={styles['heading']} aria-hidden="true">
        {title}
      </div>
      <div id={id} role="listbox" aria-label={title} className={styles['list']}>
        {(choices ?? []).map((choice, index) => (
          <div
            key={`${choice.person.accountId}/${choice.person.externalId}`}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={cx(styles['option'], index === active && styles['active'])}
            // The press chooses before the field can lose the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(choice);
            }}
          >
            <Person choice={choice} />
          </div>
        ))}
      </div>
      {choices?.length === 0 ? (
        <p className={styles['nothing']} role="status">
          {t(searched ? 'linkCustomer.nothing' : 'linkCustomer.noProposals')}
        </p>
      ) : null}
    </>
  );
}
