import type { ReactElement } from 'react';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import {
  withSecurity,
  type ServerDraft,
  type ServerFault,
  type ServerKind,
} from '../../lib/mailbox/servers.ts';
import { Field } from '../field/field.tsx';
import { Select } from '../select/select.tsx';
import styles from './mailbox.module.css';

const SECURITIES = ['tls', 'starttls', 'none'] as const;

/** How a server is reached: its name, port, encryption and user. */
export function ServerFields(props: {
  readonly kind: ServerKind;
  readonly draft: ServerDraft;
  readonly faults: readonly ServerFault[];
  readonly onChange: (draft: ServerDraft) => void;
}): ReactElement {
  const t = useT();
  const { kind, draft, faults, onChange } = props;
  const edit = (change: Partial<ServerDraft>): void => onChange({ ...draft, ...change });
  return (
    <fieldset className={styles['server']}>
      <legend>{t(`mailbox.${kind}`)}</legend>
      <div className={styles['place']}>
        <Field
          label={t('mailbox.host')}
          error={faultOf(t, faults, 'host') ?? faultOf(t, faults, 'security')}
          value={draft.host}
          inputMode="url"
          placeholder={`${kind}.example.com`}
          onChange={(event) => edit({ host: event.target.value })}
        />
        <Field
          label={t('mailbox.port')}
          error={faultOf(t, faults, 'port')}
          value={draft.port}
          inputMode="numeric"
          onChange={(event) => edit({ port: event.target.value })}
        />
        <Select
          look="above"
          label={t('mailbox.security')}
          value={draft.security}
          options={SECURITIES.map((value) => ({ value, label: t(`mailbox.security.${value}`) }))}
          onChange={(security) => onChange(withSecurity(draft, kind, security))}
        />
      </div>
      <Field
        label={t('mailbox.user')}
        error={faultOf(t, faults, 'user')}
        value={draft.user}
        onChange={(event) => edit({ user: event.target.value })}
      />
    </fieldset>
  );
}

const faultOf = (
  t: Translate,
  faults: readonly ServerFault[],
  fault: ServerFault,
): string | undefined => (faults.includes(fault) ? t(`mailbox.fault.field.${fault}`) : undefined);
