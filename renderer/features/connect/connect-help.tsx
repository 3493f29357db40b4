import type { ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { openExternal } from '../../lib/shell.ts';
import { Button } from '../../ui/button/button.tsx';
import styles from './connect-page.module.css';

const EXPLORER_URL = 'https://developers.facebook.com/tools/explorer/';

/** Source: Meta's "Pages API" guides; what each is for in this program. */
const PERMISSIONS = [
  'pages_show_list',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
] as const;

/** Where a token comes from and which permissions it needs, in plain words. */
export function ConnectHelp(): ReactElement {
  const t = useT();
  return (
    <section className={styles['help']} aria-labelledby="connect-help">
      <h3 id="connect-help">{t('connect.help')}</h3>
      <ol className={styles['steps']}>
        <li>{t('connect.help.1')}</li>
        <li>{t('connect.help.2')}</li>
        <li>{t('connect.help.3')}</li>
      </ol>
      <h3>{t('connect.permissions')}</h3>
      <dl className={styles['permissions']}>
        {PERMISSIONS.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{t(`connect.permission.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Button
        look="link"
        icon="external"
        label={t('connect.help.open')}
        onClick={() => openExternal(EXPLORER_URL)}
      />
    </section>
  );
}
