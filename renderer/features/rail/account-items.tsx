import type { ReactElement } from 'react';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openView } from '../../state/inbox-load.ts';
import { openArea } from '../../state/layout-actions.ts';
import { selectAccounts } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { HealthMark } from '../../ui/marks/health-mark.tsx';
import { NavItem } from '../../ui/nav-item/nav-item.tsx';
import { Section } from './section.tsx';

const NOTE_LOOKS = {
  ok: 'plain',
  reading: 'plain',
  gap: 'plain',
  warning: 'warn',
  error: 'late',
} as const;

/** The connected accounts: how each is read, in shape and in words; pressing one shows its work. */
export function AccountItems(): ReactElement {
  const t = useT();
  const accounts = useApp(selectAccounts);
  const known = useApp((state) => state.records.accounts !== null);
  const current = useApp((state) => state.inbox.filter.accountId);
  return (
    <Section title={t('rail.accounts')}>
      {accounts.map(({ id, name, health }) => (
        <NavItem
          key={id}
          mark={<HealthMark state={health.state} />}
          label={name}
          current={current === id}
          note={health.state === 'ok' ? undefined : t(`health.${health.state}`)}
          noteLook={NOTE_LOOKS[health.state]}
          tip={health.error === null ? undefined : errorText(t, health.error)}
          onPress={() => openView('to_answer', { accountId: id })}
        />
      ))}
      {accounts.length > 0 || !known ? null : (
        <NavItem
          mark={<Icon name="plus" />}
          label={t('rail.connect')}
          onPress={() => openArea('settings', 'accounts')}
        />
      )}
    </Section>
  );
}
