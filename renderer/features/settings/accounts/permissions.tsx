import type { ReactElement } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import {
  PERMISSION_USES,
  type PermissionUse,
} from '../../../../shared/domain/source/permission-uses.ts';
import { useT, type Translate } from '../../../lib/i18n/i18n.ts';
import { permissionWords } from '../../../lib/i18n/permission-words.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Disclosure } from './disclosure.tsx';
import styles from './permissions.module.css';
import { Reconnect } from './reconnect.tsx';

type Grant = 'granted' | 'missing' | 'unknown';

const MARKS = { granted: 'check', missing: 'close', unknown: 'help' } as const;

/** Whether the token holds a permission; `unknown` where the platform did not say. */
export const grantOf = ({ token }: AccountView, permission: string): Grant =>
  token.scopes === null ? 'unknown' : token.scopes.includes(permission) ? 'granted' : 'missing';

/** What needs a permission: sources by name, then actions. */
function usesWords(t: Translate, { sources, actions }: PermissionUse): string {
  return [
    sources.length === 0
      ? ''
      : t('permission.sources', { names: sources.map((one) => t(`source.${one}`)).join(', ') }),
    actions.length === 0
      ? ''
      : t('permission.actions', {
          names: actions.map((one) => t(`permission.action.${one}`)).join(', '),
        }),
  ]
    .filter((words) => words !== '')
    .join(' ');
}

function Row({ use, grant }: { readonly use: PermissionUse; readonly grant: Grant }): ReactElement {
  const t = useT();
  return (
    <li className={cx(styles['row'], styles[grant])}>
      <Icon name={MARKS[grant]} />
      <div>
        <p>
          <code>{use.permission}</code> <strong>{t(`permission.${grant}`)}</strong>
        </p>
        <p>{permissionWords(t, use.permission)}</p>
        <p className={styles['uses']}>{usesWords(t, use)}</p>
      </div>
    </li>
  );
}

function summaryOf(t: Translate, account: AccountView, missing: readonly string[]): string {
  if (account.token.scopes === null) return t('permission.summary.unknown');
  if (missing.length === 0) return t('permission.summary.all', { n: PERMISSION_USES.length });
  return t('permission.summary.missing', { n: missing.length, names: missing.join(', ') });
}

/** The permissions of an account's token: what each is for, and whether it is there. */
export function Permissions({ account }: { readonly account: AccountView }): ReactElement {
  const t = useT();
  const missing = PERMISSION_USES.map(({ permission }) => permission).filter(
    (permission) => grantOf(account, permission) === 'missing',
  );
  return (
    <Disclosure
      name={t('permission.title')}
      summary={summaryOf(t, account, missing)}
      look={missing.length === 0 ? 'plain' : 'warning'}
    >
      <ul>
        {PERMISSION_USES.map((use) => (
          <Row key={use.permission} use={use} grant={grantOf(account, use.permission)} />
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <div className={styles['grant']}>
          <p>{t('permission.how')}</p>
          <Reconnect account={account} look="plain" />
        </div>
      )}
    </Disclosure>
  );
}
