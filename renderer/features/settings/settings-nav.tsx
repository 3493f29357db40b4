import { useEffect, useRef, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { registerPane } from '../../lib/panes.ts';
import { openArea } from '../../state/layout-actions.ts';
import { useApp } from '../../state/store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Keycap } from '../../ui/keycap.tsx';
import { NavItem } from '../../ui/nav-item/nav-item.tsx';
import { GROUPS, SECTIONS, titleOf, type Section } from './sections.ts';
import styles from './settings.module.css';

/** The parts of the settings, and the way back. */
export function SettingsNav(props: { readonly current: Section }): ReactElement {
  const t = useT();
  const nav = useRef<HTMLElement>(null);
  const unsaved = useApp((state) => state.settings.draft !== null);
  useEffect(
    () =>
      registerPane('rail', () =>
        nav.current?.querySelector<HTMLElement>('[aria-current]')?.focus(),
      ),
    [],
  );
  return (
    <nav ref={nav} className={styles['nav']} aria-label={t('settings.nav')} data-pane="rail">
      <NavItem
        mark={<Icon name="chevronLeft" />}
        label={t('settings.back')}
        trailing={
          <span className={styles['key']}>
            <Keycap keys={['Esc']} look="quiet" />
          </span>
        }
        onPress={() => openArea('inbox')}
      />
      {GROUPS.map((group) => (
        <section key={group} aria-labelledby={`settings-${group}`}>
          <h2 id={`settings-${group}`}>{t(`settings.group.${group}`)}</h2>
          {SECTIONS.filter((section) => section.group === group).map(({ id, icon }) => (
            <NavItem
              key={id}
              mark={<Icon name={icon} />}
              label={t(titleOf(id))}
              current={id === props.current}
              tip={id === 'deadlines' && unsaved ? t('deadlines.unsaved') : undefined}
              trailing={
                id === 'deadlines' && unsaved ? (
                  <span className={styles['unsaved']}>
                    <span className="visually-hidden">{t('deadlines.unsaved')}</span>
                  </span>
                ) : null
              }
              onPress={() => openArea('settings', id)}
            />
          ))}
        </section>
      ))}
    </nav>
  );
}
