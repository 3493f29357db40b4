import { useRef, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { closeConnect } from '../../state/connect-actions.ts';
import { useApp } from '../../state/store.ts';
import { useEscape } from '../../ui/use-escape.ts';
import { ConnectForm } from './connect-form.tsx';
import styles from './connect-page.module.css';
import { PageChooserView } from './page-chooser.tsx';

/** Connects Facebook pages by a login or by a token, or renews the token of one. */
export function ConnectPage(): ReactElement {
  const t = useT();
  const renews = useApp((state) => state.connect.renews);
  const chooser = useApp((state) => state.connect.chooser);
  const whole = useRef<HTMLDivElement>(null);
  useEscape(whole, closeConnect);
  return (
    <div ref={whole} className={styles['connect']}>
      <h2 id="connect-title" className={styles['title']}>
        {renews === null ? t('connect.title') : t('connect.renew', { name: renews })}
      </h2>
      {chooser === null ? <ConnectForm /> : <PageChooserView chooser={chooser} />}
    </div>
  );
}
