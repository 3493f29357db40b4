import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { connectPractice, openConnect, openPaste } from '../../state/connect-actions.ts';
import { openArea } from '../../state/layout-actions.ts';
import { refreshSettings } from '../../state/settings-actions.ts';
import { useApp } from '../../state/store.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { BrandMark } from '../../ui/brand/brand-mark.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import { FirstRead } from './first-read.tsx';
import styles from './first-run.module.css';
import { rulesWords } from './rules-words.ts';

function PageStep(): ReactElement {
  const t = useT();
  const connect = useRef<HTMLButtonElement>(null);
  // The window is new and empty: Enter does what there is to do.
  useEffect(() => connect.current?.focus(), []);
  return (
    <li className={styles['next']}>
      <span className={styles['number']}>
        <Icon name="post" />
      </span>
      <div>
        <h2>{t('firstRun.page.title')}</h2>
        <p>{t('firstRun.page.text')}</p>
        <Button look="link" label={t('firstRun.page.paste')} onClick={openPaste} />
      </div>
      <Button
        look="primary"
        size="large"
        label={t('firstRun.page.do')}
        keys={['↵']}
        ref={connect}
        onClick={() => openConnect('facebook')}
      />
    </li>
  );
}

/** The other way to begin; either is enough. */
function MailboxStep(): ReactElement {
  const t = useT();
  return (
    <li>
      <span className={styles['other']}>
        <Icon name="mail" />
      </span>
      <div>
        <h2>{t('firstRun.mailbox.title')}</h2>
        <p>{t('firstRun.mailbox.text')}</p>
      </div>
      <Button
        size="large"
        label={t('firstRun.page.do')}
        aria-label={t('firstRun.mailbox.title')}
        onClick={() => openConnect('email')}
      />
    </li>
  );
}

function RulesStep(): ReactElement {
  const t = useT();
  const settings = useApp((state) => state.settings.value);
  useEffect(() => void refreshSettings(), []);
  return (
    <li>
      <span className={styles['ready']}>
        <Icon name="check" />
      </span>
      <div>
        <h2>{t('firstRun.rules.title')}</h2>
        <p>{settings === null ? t('firstRun.rules.reading') : rulesWords(t, settings)}</p>
      </div>
      <Button
        look="quiet"
        size="large"
        label={t('firstRun.rules.do')}
        onClick={() => openArea('settings', 'deadlines')}
      />
    </li>
  );
}

function Practice(): ReactElement {
  const t = useT();
  const { starting, error } = useApp((state) => state.connect.practice);
  return (
    <>
      <p className={styles['foot']}>
        <Icon name="lock" />
        <span>{t('firstRun.local')}</span>
        <Button
          look="link"
          label={t(starting ? 'firstRun.practice.starting' : 'firstRun.practice')}
          disabled={starting}
          onClick={() => void connectPractice()}
        />
      </p>
      <div role="status">
        {error === null ? null : (
          <Banner
            look="error"
            icon="warning"
            text={`${t('firstRun.practice.failed')} ${errorText(t, error)}`}
          />
        )}
      </div>
    </>
  );
}

function Steps(): ReactElement {
  const t = useT();
  return (
    <>
      <span className={styles['mark']}>
        <BrandMark size={40} />
      </span>
      <h1 className={styles['title']}>{t('firstRun.title')}</h1>
      <p className={styles['lead']}>{t('firstRun.lead')}</p>
      <ol className={styles['steps']}>
        <PageStep />
        <MailboxStep />
        <RulesStep />
      </ol>
      <Practice />
    </>
  );
}

/** What stands where conversations will: how to begin, then how the first read is going. */
export function FirstRun(props: {
  /** The form that connects a page. */
  readonly children: ReactNode;
}): ReactElement {
  const connecting = useApp((state) => state.connect.open);
  const connected = useApp(
    ({ records, session }) =>
      (records.accounts ?? []).length > 0 || session.hello?.practiceStarting === true,
  );
  return (
    <main className={styles['hello']}>
      <div className={styles['inner']}>
        {connected ? <FirstRead /> : connecting ? props.children : <Steps />}
      </div>
    </main>
  );
}
