import type { ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { openExternal } from '../../lib/shell.ts';
import type { LoginAppDraft, LoginAppField } from '../../lib/mailbox/login-app.ts';
import { Button } from '../button/button.tsx';
import { Field } from '../field/field.tsx';
import { Select } from '../select/select.tsx';
import styles from './mailbox.module.css';
import { SecretInput } from './secret-input.tsx';

const ISSUERS = ['google', 'microsoft', 'other'] as const;

/** Where one registers an app of one's own. */
const REGISTER = {
  google: 'https://console.cloud.google.com/apis/credentials',
  microsoft: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
} as const;

interface AppFieldsProps {
  readonly app: LoginAppDraft;
  readonly faults: readonly LoginAppField[];
  readonly onChange: (change: Partial<LoginAppDraft>) => void;
}

function Line(
  props: AppFieldsProps & { readonly field: Exclude<LoginAppField, 'clientSecret'> },
): ReactElement {
  const t = useT();
  const { app, faults, field, onChange } = props;
  return (
    <Field
      label={t(`mailbox.app.${field}`)}
      hint={t(`mailbox.app.${field}.hint`)}
      error={faults.includes(field) ? t(`mailbox.fault.app.${field}`) : undefined}
      value={app[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
}

/** The customer's own app at an issuer, by which one logs in in the browser. */
export function AppFields(props: AppFieldsProps): ReactElement {
  const t = useT();
  const { app, onChange } = props;
  return (
    <fieldset className={styles['app']}>
      <legend className="visually-hidden">{t('mailbox.app')}</legend>
      <Select
        look="above"
        label={t('mailbox.app.issuer')}
        value={app.issuer}
        options={ISSUERS.map((value) => ({ value, label: t(`mailbox.app.issuer.${value}`) }))}
        onChange={(issuer) => onChange({ issuer })}
      />
      {app.issuer === 'other' ? (
        <>
          <Line {...props} field="authorizeUrl" />
          <Line {...props} field="tokenUrl" />
          <Line {...props} field="scopes" />
        </>
      ) : (
        <p>
          {t(`mailbox.app.how.${app.issuer}`)} <Register issuer={app.issuer} />
        </p>
      )}
      <Line {...props} field="clientId" />
      <SecretInput
        label={t('mailbox.app.clientSecret')}
        hint={t('mailbox.app.clientSecret.hint')}
        value={app.clientSecret}
        onChange={(clientSecret) => onChange({ clientSecret })}
      />
      {app.issuer === 'microsoft' ? <Line {...props} field="tenant" /> : null}
    </fieldset>
  );
}

function Register({ issuer }: { readonly issuer: keyof typeof REGISTER }): ReactElement {
  const t = useT();
  return (
    <Button
      look="link"
      icon="external"
      label={t('mailbox.app.register')}
      onClick={() => openExternal(REGISTER[issuer])}
    />
  );
}
