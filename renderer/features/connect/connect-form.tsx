import { useEffect, useRef, type ReactElement } from 'react';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import type { ConnectState } from '../../state/connect.ts';
import { chooseWay, closeConnect, leaveLogin, submitConnect } from '../../state/connect-actions.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import { Segmented } from '../../ui/segmented/segmented.tsx';
import { ConnectHelp } from './connect-help.tsx';
import styles from './connect-page.module.css';
import { faultText } from './fault-text.ts';
import { LoginFields, TokenFields } from './fields.tsx';

function doWords(t: Translate, { way, renews, values }: ConnectState): string {
  if (way === 'login') return t('connect.logIn');
  if (renews !== null) return t('connect.renew.do');
  return t(values.pageId.trim() === '' ? 'connect.listPages' : 'connect.do');
}

/** While the person is at the platform's page: what is waited for, and the way back. */
const AtThePlatform = (): ReactElement => {
  const t = useT();
  return (
    <Banner look="info" icon="external" text={t('connect.waiting')}>
      <Button label={t('connect.waiting.leave')} onClick={leaveLogin} />
    </Banner>
  );
};

function Actions(): ReactElement {
  const t = useT();
  const connect = useApp((state) => state.connect);
  const asking = connect.busy === 'asking';
  return (
    <div className={styles['actions']}>
      <Button
        type="submit"
        look="primary"
        size="large"
        label={asking ? t('connect.checking') : doWords(t, connect)}
        keys={connect.busy === null ? ['↵'] : []}
        disabled={connect.busy !== null}
      />
      <Button look="quiet" size="large" label={t('connect.cancel')} onClick={closeConnect} />
    </div>
  );
}

/** Asks for what connects a page: the person's own app, or a token. */
export function ConnectForm(): ReactElement {
  const t = useT();
  const { busy, faults, renews, way } = useApp((state) => state.connect);
  const general = faultText(t, faults, null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (faults.length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  return (
    <form
      ref={form}
      className={styles['form']}
      aria-labelledby="connect-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submitConnect();
      }}
    >
      {renews === null ? (
        <Segmented
          label={t('connect.way')}
          segments={[
            { value: 'login', label: t('connect.way.login') },
            { value: 'token', label: t('connect.way.token') },
          ]}
          value={way}
          onChange={chooseWay}
        />
      ) : null}
      {general === undefined ? null : <Banner look="error" icon="warning" text={general} />}
      {busy === 'login' ? <AtThePlatform /> : null}
      <div className={styles['columns']}>
        <div className={styles['fields']}>
          {way === 'login' ? <LoginFields /> : <TokenFields />}
          <Actions />
        </div>
        <ConnectHelp way={way} />
      </div>
      <p role="status" className="visually-hidden">
        {busy === 'asking' ? t('connect.checking') : ''}
      </p>
    </form>
  );
}
