import { useEffect, useState, type ReactElement } from 'react';
import type { SetAsideView } from '../../../../shared/contract/schemas.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { formatExact, isoInstant } from '../../../lib/format/date.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { loadSetAside } from '../../../state/account-actions.ts';
import { Inline } from '../../../ui/text/customer-text.tsx';
import styles from './account-card.module.css';
import { Disclosure } from './disclosure.tsx';
import { reasonWords } from './health-words.ts';

/** Items are few; should they be many, the newest tell the same story. */
const MOST = 200;

function Items({ accountId }: { readonly accountId: string }): ReactElement {
  const t = useT();
  const [items, setItems] = useState<readonly SetAsideView[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      const answer = await loadSetAside(accountId);
      if (!current) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setItems(answer.value.slice(0, MOST));
    };
    void load();
    return () => {
      current = false;
    };
  }, [accountId]);
  if (error !== null) return <p className={styles['error']}>{errorText(t, error)}</p>;
  return (
    <>
      <p className={styles['why']}>{t('account.setAside.why')}</p>
      <ul className={styles['items']}>
        {items.map(({ id, reason, externalId, detail, atMs }) => (
          <li key={id}>
            <strong>{reasonWords(t, reason)}</strong>
            <span className={styles['code']}>
              <Inline text={externalId ?? t('account.setAside.noId')} />
            </span>
            <span className={styles['detail']}>
              <Inline text={detail} />
            </span>
            <time dateTime={isoInstant(atMs)}>{formatExact(atMs)}</time>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How many items could not be read; opened, each with its reason, its id and its time. */
export function SetAside(props: {
  readonly accountId: string;
  readonly count: number;
}): ReactElement {
  const t = useT();
  const { accountId, count } = props;
  return (
    <Disclosure
      name={t('account.fact.setAside')}
      summary={
        count === 0 ? t('account.setAside.none') : t('account.health.setAside', { n: count })
      }
      look={count === 0 ? 'plain' : 'warning'}
    >
      {count === 0 ? (
        <p className={styles['why']}>{t('account.setAside.means')}</p>
      ) : (
        <Items key={count} accountId={accountId} />
      )}
    </Disclosure>
  );
}
