import type { ReactElement } from 'react';
import { keysOf } from '../../commands/command-button.tsx';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openView } from '../../state/inbox-load.ts';
import { openArea } from '../../state/layout-actions.ts';
import { selectAgent } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Avatar } from '../../ui/avatar/avatar.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { NavItem } from '../../ui/nav-item/nav-item.tsx';
import styles from './rail.module.css';

/** The state of the line, what did not leave, and the settings. */
export function Foot(): ReactElement {
  const t = useT();
  const online = useApp((state) => state.session.online);
  const outgoing = useApp((state) => state.counts.value?.views.outgoing ?? 0);
  const failed = useApp((state) => state.counts.value?.views.failed ?? 0);
  const inFailed = useApp((state) => state.inbox.view === 'failed');
  const agent = useApp(selectAgent);
  return (
    <div className={styles['foot']}>
      <NavItem
        mark={<Icon name={online ? 'cloud' : 'cloudOff'} />}
        label={t(online ? 'rail.online' : 'rail.offline')}
        strong={!online}
        note={outgoing === 0 ? undefined : t('rail.outgoing', { n: formatNumber(outgoing) })}
        onPress={() => openView('outgoing')}
      />
      {failed === 0 && !inFailed ? null : (
        <NavItem
          mark={<Icon name="warning" />}
          label={t('rail.failed')}
          strong
          current={inFailed}
          note={formatNumber(failed)}
          noteLook="late"
          onPress={() => openView('failed')}
        />
      )}
      <NavItem
        mark={<Icon name="settings" />}
        label={t('area.settings')}
        keys={keysOf('area.settings')}
        trailing={
          agent === '' ? null : (
            <span className={styles['me']}>
              <Avatar name={agent} look="me" />
            </span>
          )
        }
        onPress={() => openArea('settings')}
      />
    </div>
  );
}
