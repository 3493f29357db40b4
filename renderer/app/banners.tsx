import type { ReactElement } from 'react';
import type { RecoveryView } from '../../shared/contract/schemas.ts';
import { useT, type Translate } from '../lib/i18n/i18n.ts';
import { shell } from '../lib/shell.ts';
import { recoveryRead } from '../state/hello.ts';
import { openView } from '../state/inbox-load.ts';
import { useApp } from '../state/store.ts';
import { Button } from '../ui/button/button.tsx';
import { Banner } from '../ui/notice/banner.tsx';
import { AccountBanner } from './account-banner.tsx';

/** What a connection that is not there looks like: the page stays, and says what it is waiting for. */
function Connection(): ReactElement | null {
  const t = useT();
  const reconnecting = useApp((state) => state.session.status === 'reconnecting');
  if (!reconnecting) return null;
  return <Banner look="warning" icon="refresh" text={t('service.reconnecting')} />;
}

/** Damage that was met while the work goes on: the next opening repairs it, the sooner the better. */
function Damage(): ReactElement | null {
  const t = useT();
  const found = useApp((state) => state.session.hello?.damageFound ?? false);
  if (!found) return null;
  return (
    <Banner look="error" icon="warning" text={t('damage.found')}>
      <Button label={t('damage.repair')} onClick={() => shell().retryService()} />
    </Banner>
  );
}

/** The first words: what happened to the data, and what is there now. */
function happened(t: Translate, { damage, restoredFrom }: RecoveryView): string {
  if (restoredFrom !== null) return t('recovery.restored', { backup: restoredFrom });
  const goneOn = damage === 'changes_missing' || damage === 'other_database';
  return t(goneOn ? `recovery.${damage}` : 'recovery.anew');
}

/** What happened, what came back, where the old files lie, what to check. */
function recoveryWords(t: Translate, recovery: RecoveryView): string {
  const { movedTo, factsBack, repliesStopped } = recovery;
  return [
    happened(t, recovery),
    factsBack === 0 ? '' : t('recovery.facts', { n: factsBack }),
    movedTo === null ? '' : t('recovery.aside', { folder: movedTo }),
    repliesStopped === 0 ? '' : t('recovery.replies', { n: repliesStopped }),
  ]
    .filter((words) => words !== '')
    .join(' ');
}

/** A workspace that had to be repaired says so until somebody has read it. */
function Recovered(): ReactElement | null {
  const t = useT();
  const recovery = useApp((state) => state.session.hello?.recovered ?? null);
  if (recovery === null) return null;
  return (
    <Banner look="warning" icon="warning" text={recoveryWords(t, recovery)}>
      {recovery.repliesStopped === 0 ? null : (
        <Button label={t('recovery.show')} onClick={() => openView('failed')} />
      )}
      <Button label={t('recovery.read')} onClick={() => void recoveryRead()} />
    </Banner>
  );
}

/** What concerns the whole window, above its areas. */
export const Banners = (): ReactElement => (
  <div>
    <Connection />
    <Damage />
    <Recovered />
    <AccountBanner />
  </div>
);
