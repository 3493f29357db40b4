import { useRef, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { chooseChannel, closeConnect } from '../../state/connect-actions.ts';
import { useApp } from '../../state/store.ts';
import { useEscape } from '../../ui/use-escape.ts';
import { Segmented } from '../../ui/segmented/segmented.tsx';
import { ConnectForm } from './connect-form.tsx';
import styles from './connect-page.module.css';
import { MailboxConnect } from './mailbox-connect.tsx';
import { PageChooserView } from './page-chooser.tsx';

/** What is connected: asked for where nothing is under way yet. */
function Channel(): ReactElement {
  const t = useT();
  const channel = useApp((state) => state.connect.channel);
  return (
    <Segmented
      label={t('connect.channel')}
      segments={[
        { value: 'facebook', label: t('connect.channel.facebook') },
        { value: 'email', label: t('connect.channel.email') },
      ]}
      value={channel}
      onChange={chooseChannel}
    />
  );
}

function Body(): ReactElement {
  const { chooser, channel } = useApp((state) => state.connect);
  if (channel === 'email') return <MailboxConnect />;
  return chooser === null ? <ConnectForm /> : <PageChooserView chooser={chooser} />;
}

/** Connects Facebook pages by a login or by a token, or mailboxes; or renews the token of a page. */
export function ConnectPage(): ReactElement {
  const t = useT();
  const renews = useApp((state) => state.connect.renews);
  const begun = useApp(
    ({ connect, mailConnect }) =>
      connect.chooser !== null ||
      connect.busy !== null ||
      (connect.channel === 'email' &&
        (mailConnect.step === 'folders' || mailConnect.busy !== null)),
  );
  const whole = useRef<HTMLDivElement>(null);
  useEscape(whole, closeConnect);
  return (
    <div ref={whole} className={styles['connect']}>
      <h2 id="connect-title" className={styles['title']}>
        {renews === null ? t('connect.title') : t('connect.renew', { name: renews })}
      </h2>
      {renews === null && !begun ? (
        <div className={styles['channel']}>
          <Channel />
        </div>
      ) : null}
      <Body />
    </div>
  );
}
