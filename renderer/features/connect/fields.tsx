import type { ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { selectTeams } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/select/select.tsx';
import { SecretField } from './secret-field.tsx';
import { useField } from './use-field.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** The person's own app, by which they log in. */
export function LoginFields(): ReactElement {
  const t = useT();
  const { value, error, onEdit } = useField('appId');
  const first = useFirstFocus(true);
  return (
    <>
      <Field
        ref={first}
        label={t('connect.appId')}
        hint={t('connect.appId.hint')}
        error={error}
        value={value}
        inputMode="numeric"
        onChange={(event) => onEdit(event.target.value)}
      />
      <SecretField field="appSecret" />
      <AddressField />
    </>
  );
}

/** A token that somebody made elsewhere: a page's own, or a person's. */
export function TokenFields(): ReactElement {
  const t = useT();
  const { value, error, onEdit } = useField('pageId');
  const renews = useApp(({ connect }) => connect.renews !== null);
  return (
    <>
      <SecretField field="token" first />
      <Field
        label={t('connect.pageId')}
        hint={t('connect.pageId.hint')}
        error={error}
        value={value}
        readOnly={renews}
        inputMode="numeric"
        onChange={(event) => onEdit(event.target.value)}
      />
      <TeamField />
      <AddressField />
    </>
  );
}

/** Which team answers what comes from the page. */
export function TeamField(): ReactElement {
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

function AddressField(): ReactElement {
  const t = useT();
  const { value, error, onEdit } = useField('graphUrl');
  return (
    <Field
      label={t('connect.graphUrl')}
      hint={t('connect.graphUrl.hint')}
      error={error}
      value={value}
      inputMode="url"
      onChange={(event) => onEdit(event.target.value)}
    />
  );
}
