import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { removeAccount } from '../../../state/account-actions.ts';
import { Button } from '../../../ui/button/button.tsx';
import { useEscape } from '../../../ui/use-escape.ts';
import styles from './account-card.module.css';

/** The question before an account goes: what goes with it, what stays. It stands in the card. */
export function RemoveAccount(props: {
  readonly account: AccountView;
  readonly onKeep: () => void;
}): ReactElement {
  const t = useT();
  const id = useId();
  const question = useRef<HTMLDivElement>(null);
  useEscape(question, props.onKeep);
  const keep = useRef<HTMLButtonElement>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [removing, setRemoving] = useState(false);
  useEffect(() => keep.current?.focus(), []);
  const remove = async (): Promise<void> => {
    setRemoving(true);
    setError(await removeAccount(props.account.id));
    setRemoving(false);
  };
  return (
    <div
      ref={question}
      className={styles['question']}
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}-what`}
    >
      <h3 id={id}>{t('account.remove.title', { name: props.account.name })}</h3>
      <div id={`${id}-what`}>
        <p>{t('account.remove.goes')}</p>
        <p>{t(props.account.mailbox === null ? 'account.remove.stays' : 'mailbox.remove.stays')}</p>
      </div>
      {error === null ? null : (
        <p className={styles['error']} role="alert">
          {error.code === 'conflict' ? t('account.remove.conflict') : errorText(t, error)}
        </p>
      )}
      <div className={styles['answers']}>
        <Button ref={keep} label={t('account.remove.keep')} onClick={props.onKeep} />
        <Button
          look="danger"
          icon="trash"
          label={t('account.remove.do')}
          disabled={removing}
          onClick={() => void remove()}
        />
      </div>
    </div>
  );
}
