import { useEffect, useRef, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { registerPane } from '../../lib/panes.ts';
import { AccountItems } from './account-items.tsx';
import { Foot } from './foot.tsx';
import { KindItems } from './kind-items.tsx';
import styles from './rail.module.css';
import { StandingItems } from './standing-items.tsx';
import { TeamItems } from './team-items.tsx';
import { useRoving } from './use-roving.ts';
import { ViewItems } from './view-items.tsx';

/** The inbox's navigation: whose, what, where from; at the foot the state of the line. */
export function Rail(): ReactElement {
  const t = useT();
  const rail = useRef<HTMLElement>(null);
  useRoving(rail);
  useEffect(
    () =>
      registerPane('rail', () => {
        const items = rail.current?.querySelectorAll<HTMLElement>('button');
        const current = rail.current?.querySelector<HTMLElement>('[aria-current]');
        (current ?? items?.[0])?.focus();
      }),
    [],
  );
  return (
    <nav ref={rail} className={styles['rail']} aria-label={t('rail.label')} data-pane="rail">
      <div className={styles['scroll']}>
        <TeamItems />
        <ViewItems />
        <KindItems />
        <AccountItems />
        <StandingItems />
      </div>
      <Foot />
    </nav>
  );
}
