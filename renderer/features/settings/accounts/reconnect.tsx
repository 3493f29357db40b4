import type { ReactElement } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { leaveReconnect, reconnectAccount } from '../../../state/reconnect-actions.ts';
import { useApp } from '../../../state/store.ts';
import { Button } from '../../../ui/button/button.tsx';

/** Gives an account a new token: one press where its app is known, else the form for a pasted one. */
export function Reconnect(props: {
  readonly account: AccountView;
  readonly look: 'primary' | 'plain';
}): ReactElement | null {
  const t = useT();
  const { account, look } = props;
  const waits = useApp(
    ({ connect: { reconnect } }) => reconnect?.accountId === account.id && reconnect.waiting,
  );
  if (account.practice) return null;
  if (waits) return <Button label={t('connect.waiting.leave')} onClick={leaveReconnect} />;
  return (
    <Button
      look={look}
      label={t('account.reconnect')}
      onClick={() => void reconnectAccount(account)}
    />
  );
}
