import type { ReactElement } from 'react';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { nextMinute, useNow } from '../lib/clock/use-clock.ts';
import { formatWhen } from '../lib/format/date.ts';
import { useT, type Translate } from '../lib/i18n/i18n.ts';
import { openView } from '../state/inbox-load.ts';
import { openArea } from '../state/layout-actions.ts';
import { reconnectAccount } from '../state/reconnect-actions.ts';
import { selectAccounts } from '../state/selectors.ts';
import { useApp } from '../state/store.ts';
import { Button } from '../ui/button/button.tsx';
import { Banner } from '../ui/notice/banner.tsx';
import { accountTrouble, type AccountTrouble } from './account-trouble.ts';

interface Moment {
  readonly nowMs: number;
  /** Replies that have not left. */
  readonly outgoing: number;
}

/** What happened, and what becomes of what is sent meanwhile. */
function words(t: Translate, trouble: AccountTrouble, { nowMs, outgoing }: Moment): string {
  switch (trouble.kind) {
    case 'offline':
      return trouble.throughMs === null
        ? t('banner.offline.never', { outgoing })
        : t('banner.offline', { outgoing, when: formatWhen(trouble.throughMs, nowMs) });
    case 'token': {
      const { name, token } = trouble.account;
      const why = t(token.trouble === null ? 'token.isUser' : `token.trouble.${token.trouble}`);
      return t('banner.token', { name, why, outgoing }).trim();
    }
    case 'mailbox': {
      const why = t(`mailbox.health.${trouble.code}`);
      return t('banner.token', { name: trouble.account.name, why, outgoing }).trim();
    }
    case 'throttled': {
      const { account, untilMs } = trouble;
      const when = untilMs === null ? 'none' : formatWhen(untilMs, nowMs);
      return t('banner.throttled', { name: account.name, when, outgoing });
    }
    case 'permission': {
      const { permissions, sources } = trouble.lack;
      return t(permissions.length === 0 ? 'banner.permission.unnamed' : 'banner.permission', {
        name: trouble.account.name,
        permissions: permissions.join(', '),
        sources: sources.map((source) => t(`source.${source}`)).join(', '),
      });
    }
    case 'usage':
      return t('banner.usage', { name: trouble.account.name });
    default:
      return assertNever(trouble);
  }
}

const LOOKS = {
  offline: { look: 'warning', icon: 'cloudOff' },
  token: { look: 'error', icon: 'warning' },
  mailbox: { look: 'error', icon: 'warning' },
  throttled: { look: 'warning', icon: 'hourglass' },
  permission: { look: 'warning', icon: 'lock' },
  usage: { look: 'warning', icon: 'gauge' },
} as const;

const DO_WORDS = {
  mailbox: 'banner.mailbox.do',
  throttled: 'banner.throttled.do',
  permission: 'banner.permission.do',
  usage: 'banner.throttled.do',
} as const;

/** The one thing that can be done about it; at the accounts it stands beside the account itself. */
function WayOut({ trouble }: { readonly trouble: AccountTrouble }): ReactElement | null {
  const t = useT();
  const there = useApp(
    ({ layout: { area, section } }) => area === 'settings' && section === 'accounts',
  );
  if (there && trouble.kind !== 'offline') return null;
  switch (trouble.kind) {
    case 'offline':
      return <Button label={t('banner.outbox')} onClick={() => openView('outgoing')} />;
    case 'token':
      return (
        <Button
          label={t('account.reconnect')}
          onClick={() => void reconnectAccount(trouble.account)}
        />
      );
    case 'mailbox':
    case 'throttled':
    case 'permission':
    case 'usage':
      return (
        <Button
          label={t(DO_WORDS[trouble.kind])}
          onClick={() => openArea('settings', 'accounts')}
        />
      );
    default:
      return assertNever(trouble);
  }
}

/** Says above everything that an account is not read, why, and what can be done. */
export function AccountBanner(): ReactElement | null {
  const t = useT();
  const nowMs = useNow(nextMinute);
  const accounts = useApp(selectAccounts);
  const online = useApp((state) => state.session.online);
  const outgoing = useApp((state) => state.counts.value?.views.outgoing ?? 0);
  const trouble = accountTrouble(accounts, online);
  if (trouble === null) return null;
  return (
    <Banner {...LOOKS[trouble.kind]} text={words(t, trouble, { nowMs, outgoing })}>
      <WayOut trouble={trouble} />
    </Banner>
  );
}
