import type { ReactElement } from 'react';
import { keysOf } from '../commands/command-button.tsx';
import { commandOf } from '../commands/registry.ts';
import { useT } from '../lib/i18n/i18n.ts';
import { useApp } from '../state/store.ts';
import { BrandMark } from '../ui/brand/brand-mark.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Keycap } from '../ui/keycap.tsx';
import { AREAS, type AreaEntry } from './areas.tsx';
import { SyncState } from './sync-state.tsx';
import styles from './title-bar.module.css';

function AreaTab(props: { readonly entry: AreaEntry }): ReactElement {
  const t = useT();
  const { area, command: id } = props.entry;
  const current = useApp((state) => state.layout.area === area);
  const command = commandOf(id);
  return (
    <button
      type="button"
      className={styles['tab']}
      aria-current={current ? 'page' : undefined}
      data-tip={t(command.label)}
      data-tip-keys={keysOf(id).join(' ')}
      onClick={() => void command.run()}
    >
      <Icon name={command.icon} />
      {t(command.label)}
    </button>
  );
}

/** The window's title bar, drawn by the page: brand, areas, the way to everything, state of reading. */
export function TitleBar(): ReactElement {
  const t = useT();
  const palette = commandOf('palette');
  const practice = useApp((state) => state.session.hello?.practice === true);
  return (
    <header className={styles['bar']}>
      <div className={styles['brand']}>
        <BrandMark size={20} />
        {t('app.name')}
      </div>
      <nav className={styles['areas']} aria-label={t('app.areas')}>
        {AREAS.filter((entry) => entry.inTitleBar).map((entry) => (
          <AreaTab key={entry.area} entry={entry} />
        ))}
      </nav>
      <span className={styles['spring']} />
      <button type="button" className={styles['omni']} onClick={() => void palette.run()}>
        <Icon name="search" small />
        <span className={styles['omniText']}>{t('app.search')}</span>
        <Keycap keys={keysOf('palette')} look="quiet" />
      </button>
      <span className={styles['spring']} />
      {practice ? <span className={styles['practice']}>{t('app.practice')}</span> : null}
      <SyncState />
    </header>
  );
}
