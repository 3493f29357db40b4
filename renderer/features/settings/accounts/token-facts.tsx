import { useState, type ReactElement } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { nextMinute, useNow } from '../../../lib/clock/use-clock.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { checkToken } from '../../../state/account-actions.ts';
import { Button } from '../../../ui/button/button.tsx';
import styles from './account-card.module.css';
import { Disclosure } from './disclosure.tsx';
import { Reconnect } from './reconnect.tsx';
import { checkedWords, endsSoon, tokenWords } from './token-words.ts';

/** What the account's token is worth: whose it is, how long it lives, where it lies, what is wrong. */
export function TokenFacts({ account }: { readonly account: AccountView }): ReactElement {
  const t = useT();
  const nowMs = useNow(nextMinute);
  const [checking, setChecking] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { token } = account;
  const wrong = token.trouble !== null || token.kind === 'user';
  const check = async (): Promise<void> => {
    setChecking(true);
    setError(await checkToken(account.id));
    setChecking(false);
  };
  return (
    <Disclosure
      name={t('token.title')}
      summary={token.kind === 'user' ? t('token.isUser') : tokenWords(t, token, nowMs)}
      look={wrong ? 'error' : endsSoon(token, nowMs) ? 'warning' : 'plain'}
      wide={wrong}
    >
      <ul className={styles['lines']}>
        <li>{checkedWords(t, token, nowMs)}</li>
        <li>
          {token.appId === null ? t('token.noApp') : t('token.app', { id: token.appId })}{' '}
          {account.practice ? '' : t(token.canLogIn ? 'token.canLogIn' : 'token.mustPaste')}
        </li>
        {account.practice ? null : (
          <li>{t(account.tokenSealed ? 'account.token.sealed' : 'account.token.plain')}</li>
        )}
      </ul>
      <div className={styles['answers']}>
        <Reconnect account={account} look={wrong ? 'primary' : 'plain'} />
        <Button
          label={t(checking ? 'token.checking' : 'token.check')}
          disabled={checking}
          onClick={() => void check()}
        />
      </div>
      {error === null ? null : (
        <p className={styles['error']} role="alert">
          {errorText(t, error)}
        </p>
      )}
    </Disclosure>
  );
}
