import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { personName } from '../../lib/text/person-name.ts';
import { linkCustomer } from '../../state/customer-actions.ts';
import { showOverlay } from '../../state/layout-actions.ts';
import { selectDetail, selectSelectedId } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Field } from '../../ui/field/field.tsx';
import styles from './link-customer.module.css';
import { optionId, PeopleList } from './people-list.tsx';
import { usePeople, type Choice } from './use-people.ts';

function Search(props: { readonly detail: ConversationDetail }): ReactElement {
  const t = useT();
  const { summary, customer } = props.detail;
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const people = usePeople(summary.id, text, customer?.identities ?? []);
  const choices = people.choices ?? [];
  const active = Math.min(chosen, choices.length - 1);
  useEffect(() => {
    // The dialog opens at it.
    field.current?.setAttribute('autofocus', '');
  }, []);
  useEffect(() => {
    document.querySelector(`#${CSS.escape(optionId(listId, active))}`)?.scrollIntoView({
      block: 'nearest',
    });
  }, [listId, active]);
  const choose = ({ person }: Choice): void => {
    showOverlay(null);
    void linkCustomer(summary.id, person, personName(t, person));
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const choice = choices[active];
    if (step !== 0) setChosen((active + step + choices.length) % Math.max(1, choices.length));
    else if (event.key !== 'Enter') return;
    // Enter right after a letter must not link one whom other words found.
    else if (choice !== undefined && people.settled) choose(choice);
    event.preventDefault();
  };
  return (
    <div className={styles['body']}>
      <p className={styles['hint']}>
        {t('linkCustomer.hint', { name: summary.author.name ?? t('common.unknownPerson') })}
      </p>
      <Field
        ref={field}
        label={t('linkCustomer.field')}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={choices.length === 0 ? undefined : optionId(listId, active)}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      <PeopleList id={listId} people={people} active={active} onChoose={choose} />
    </div>
  );
}

/** Says that somebody who wrote elsewhere is the same customer; searched for, or proposed with a reason. */
export function LinkCustomer(): ReactElement | null {
  const t = useT();
  const id = useApp(selectSelectedId);
  const detail = useApp(selectDetail(id));
  if (detail === undefined || detail.customer === null) return null;
  return (
    <Dialog
      label={t('linkCustomer.title')}
      closeLabel={t('common.close')}
      size="palette"
      onClose={() => showOverlay(null)}
    >
      <Search detail={detail} />
    </Dialog>
  );
}
