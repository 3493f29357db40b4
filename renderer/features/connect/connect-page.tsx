import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import type { ConnectField } from '../../state/connect.ts';
import { closeConnect, editConnect, submitConnect } from '../../state/connect-actions.ts';
import { selectTeams } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import { Select } from '../../ui/select/select.tsx';
import { useEscape } from '../../ui/use-escape.ts';
import { ConnectHelp } from './connect-help.tsx';
import styles from './connect-page.module.css';
import { faultText } from './fault-text.ts';

/** What stands in a field, and how it changes. */
function useField(field: ConnectField) {
  const value = useApp(({ connect }) => connect.values[field]);
  return { value, onEdit: (next: string) => editConnect(field, next) };
}

function PageIdField(): ReactElement {
  const t = useT();
  const { value, onEdit } = useField('pageId');
  const faults = useApp(({ connect }) => connect.faults);
  const renews = useApp(({ connect }) => connect.renews !== null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!renews) first.current?.focus();
  }, [renews]);
  return (
    <Field
      ref={first}
      label={t('connect.pageId')}
      hint={t('connect.pageId.hint')}
      error={faultText(t, faults, 'pageId')}
      value={value}
      readOnly={renews}
      inputMode="numeric"
      onChange={(event) => onEdit(event.target.value)}
    />
  );
}

/** The token is hidden like a password: somebody may be looking over the shoulder. */
function TokenField(): ReactElement {
  const t = useT();
  const [shown, setShown] = useState(false);
  const { value, onEdit } = useField('token');
  const faults = useApp(({ connect }) => connect.faults);
  const renews = useApp(({ connect }) => connect.renews !== null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (renews) input.current?.focus();
  }, [renews]);
  return (
    <div className={styles['token']}>
      <Field
        ref={input}
        label={t('connect.token')}
        hint={t('connect.token.hint')}
        error={faultText(t, faults, 'token')}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={(event) => onEdit(event.target.value)}
      />
      <span className={styles['reveal']}>
        <IconButton
          icon={shown ? 'eyeOff' : 'eye'}
          label={t(shown ? 'connect.token.hide' : 'connect.token.show')}
          onClick={() => setShown(!shown)}
        />
      </span>
    </div>
  );
}

function AddressField(): ReactElement {
  const t = useT();
  const { value, onEdit } = useField('graphUrl');
  const faults = useApp(({ connect }) => connect.faults);
  return (
    <Field
      label={t('connect.graphUrl')}
      hint={t('connect.graphUrl.hint')}
      error={faultText(t, faults, 'graphUrl')}
      value={value}
      inputMode="url"
      onChange={(event) => onEdit(event.target.value)}
    />
  );
}

function TeamField(): ReactElement {
  const t = useT();
  const { value, onEdit } = useField('teamId');
  const teams = useApp(selectTeams);
  return (
    <Select
      look="above"
      label={t('connect.team')}
      value={value}
      options={[
        { value: '', label: t('connect.team.standard') },
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onEdit}
    />
  );
}

/** Connects a Facebook page by its token, or renews the token of one. */
export function ConnectPage(): ReactElement {
  const t = useT();
  const { checking, faults, renews } = useApp((state) => state.connect);
  const general = faultText(t, faults, null);
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, closeConnect);
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
      <h2 id="connect-title" className={styles['title']}>
        {renews === null ? t('connect.title') : t('connect.renew', { name: renews })}
      </h2>
      {general === undefined ? null : <Banner look="error" icon="warning" text={general} />}
      <div className={styles['columns']}>
        <div className={styles['fields']}>
          <PageIdField />
          <TokenField />
          <TeamField />
          <AddressField />
          <div className={styles['actions']}>
            <Button
              type="submit"
              look="primary"
              size="large"
              label={t(
                checking ? 'connect.checking' : renews === null ? 'connect.do' : 'connect.renew.do',
              )}
              keys={checking ? [] : ['↵']}
              disabled={checking}
            />
            <Button look="quiet" size="large" label={t('connect.cancel')} onClick={closeConnect} />
          </div>
        </div>
        <ConnectHelp />
      </div>
      <p role="status" className="visually-hidden">
        {checking ? t('connect.checking') : ''}
      </p>
    </form>
  );
}
