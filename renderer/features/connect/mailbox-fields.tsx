import { useEffect, useRef, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import type { LoginAppField } from '../../lib/mailbox/login-app.ts';
import type { ServerFault, ServerKind } from '../../lib/mailbox/servers.ts';
import { foundFor, type MailConnectState } from '../../state/mail-connect.ts';
import { lookForServers } from '../../state/mail-connect-actions.ts';
import {
  chooseByHand,
  editLoginApp,
  editMailConnect,
  editServer,
} from '../../state/mail-connect-edits.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { AppFields } from '../../ui/mailbox/app-fields.tsx';
import { SecretInput } from '../../ui/mailbox/secret-input.tsx';
import { ServerFields } from '../../ui/mailbox/server-fields.tsx';
import { Segmented } from '../../ui/segmented/segmented.tsx';
import { useFirstFocus } from './use-first-focus.ts';

/** Which ways in there are to choose from; one alone is no choice. */
function hasChoice(state: MailConnectState): boolean {
  const logins = foundFor(state)?.[0]?.logins ?? [];
  const inBrowser = logins.some((login) => login === 'google' || login === 'microsoft');
  const byPassword = logins.some((login) => login === 'password' || login === 'app_password');
  return state.hand !== null || (inBrowser && byPassword);
}

function Who(): ReactElement {
  const t = useT();
  const { name, address, faults } = useApp(({ mailConnect }) => mailConnect);
  const first = useFirstFocus(address === '');
  return (
    <>
      <Field
        ref={first}
        label={t('mailbox.address')}
        type="email"
        error={faults.includes('address') ? t('mailbox.fault.address') : undefined}
        value={address}
        placeholder="assistenza@example.com"
        onChange={(event) => editMailConnect({ address: event.target.value })}
        onBlur={() => void lookForServers()}
      />
      <Field
        label={t('mailbox.name')}
        hint={t('mailbox.name.hint')}
        value={name}
        maxLength={200}
        onChange={(event) => editMailConnect({ name: event.target.value })}
      />
    </>
  );
}

function Password(): ReactElement {
  const t = useT();
  const state = useApp(({ mailConnect }) => mailConnect);
  const { password, faults, failed } = state;
  const forPrograms = foundFor(state)?.[0]?.logins.includes('app_password') === true;
  const refused = failed?.error.code === 'token_dead';
  const field = useRef<HTMLInputElement>(null);
  // It was refused: it is the one thing that has to be typed again.
  useEffect(() => {
    if (refused) field.current?.select();
  }, [refused]);
  return (
    <SecretInput
      ref={field}
      label={t(forPrograms ? 'mailbox.appPassword' : 'mailbox.password')}
      hint={t('mailbox.password.hint')}
      error={
        faults.includes('password')
          ? t('mailbox.fault.password')
          : refused
            ? t('mailbox.fault.password.refused')
            : undefined
      }
      value={password}
      onChange={(next) => editMailConnect({ password: next })}
    />
  );
}

const ofServer = (faults: readonly string[], kind: ServerKind): readonly ServerFault[] =>
  (['host', 'port', 'user', 'security'] as const).filter((fault) =>
    faults.includes(`${kind}.${fault}`),
  );

const ofApp = (faults: readonly string[]): readonly LoginAppField[] =>
  (['clientId', 'authorizeUrl', 'tokenUrl'] as const).filter((field) => faults.includes(field));

function ByHand(): ReactElement {
  const t = useT();
  const { hand, faults } = useApp(({ mailConnect }) => mailConnect);
  return (
    <>
      <Button
        look="link"
        icon={hand === null ? 'chevronRight' : 'chevronDown'}
        label={t('mailbox.byHand')}
        aria-expanded={hand !== null}
        onClick={() => chooseByHand(hand === null)}
      />
      {hand === null
        ? null
        : (['imap', 'smtp'] as const).map((kind) => (
            <ServerFields
              key={kind}
              kind={kind}
              draft={hand[kind]}
              faults={ofServer(faults, kind)}
              onChange={(draft) => editServer(kind, draft)}
            />
          ))}
    </>
  );
}

/** What one types to connect a mailbox; how one comes in stands there once it is known where. */
export function MailboxFields(): ReactElement {
  const t = useT();
  const state = useApp(({ mailConnect }) => mailConnect);
  const known = state.hand !== null || foundFor(state) !== null;
  return (
    <>
      <Who />
      {known && hasChoice(state) ? (
        <Segmented
          label={t('mailbox.way')}
          segments={[
            { value: 'browser', label: t('mailbox.way.browser') },
            { value: 'password', label: t('mailbox.way.password') },
          ]}
          value={state.way}
          onChange={(way) => editMailConnect({ way })}
        />
      ) : null}
      {known && state.way === 'password' ? <Password /> : null}
      {known && state.way === 'browser' ? (
        <AppFields app={state.app} faults={ofApp(state.faults)} onChange={editLoginApp} />
      ) : null}
      <ByHand />
    </>
  );
}
