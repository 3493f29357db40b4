import { useState, type ReactElement } from 'react';
import { PERMISSION_USES } from '../../../shared/domain/source/permission-uses.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { permissionWords } from '../../lib/i18n/permission-words.ts';
import { openExternal } from '../../lib/shell.ts';
import type { ConnectWay } from '../../state/connect.ts';
import { Button } from '../../ui/button/button.tsx';
import styles from './connect-page.module.css';

const OUTSIDE: Readonly<Record<ConnectWay, string>> = {
  login: 'https://developers.facebook.com/apps/',
  token: 'https://developers.facebook.com/tools/explorer/',
};

/** Where Meta's own flow for desktop programs ends; the app must name it. Source: facebook.md §2. */
const REDIRECT_URL = 'https://www.facebook.com/connect/login_success.html';

function Steps({ way }: { readonly way: ConnectWay }): ReactElement {
  const t = useT();
  return (
    <ol className={styles['steps']}>
      <li>{t(`connect.help.${way}.1`)}</li>
      <li>
        {t(`connect.help.${way}.2`)}
        {way === 'login' ? <code className={styles['code']}>{REDIRECT_URL}</code> : null}
      </li>
      <li>{t(`connect.help.${way}.3`)}</li>
    </ol>
  );
}

/** Which permissions there are, and what each is for. */
function Permissions(): ReactElement {
  const t = useT();
  return (
    <dl className={styles['permissions']}>
      {PERMISSION_USES.map(({ permission }) => (
        <div key={permission}>
          <dt>{permission}</dt>
          <dd>{permissionWords(t, permission)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How one prepares: the app or the token, and the permissions, in plain words. */
export function ConnectHelp({ way }: { readonly way: ConnectWay }): ReactElement {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles['help']} aria-labelledby="connect-help">
      <h3 id="connect-help">{t(`connect.help.${way}`)}</h3>
      <Steps way={way} />
      <Button
        look="link"
        icon="external"
        label={t(`connect.help.${way}.open`)}
        onClick={() => openExternal(OUTSIDE[way])}
      />
      <p className={styles['live']}>{t('connect.help.live')}</p>
      <Button
        look="link"
        icon={open ? 'chevronDown' : 'chevronRight'}
        label={t('connect.permissions')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open ? <Permissions /> : null}
    </section>
  );
}
