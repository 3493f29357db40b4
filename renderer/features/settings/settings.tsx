import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { registerPane } from '../../lib/panes.ts';
import { openArea } from '../../state/layout-actions.ts';
import { refreshSettings } from '../../state/settings-actions.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import { Accounts } from './accounts/accounts.tsx';
import { Appearance } from './appearance.tsx';
import { Data } from './data.tsx';
import { Deadlines } from './deadlines/deadlines.tsx';
import { SettingsNav } from './settings-nav.tsx';
import { Signatures } from './signatures.tsx';
import { sectionOf, type Section } from './sections.ts';
import styles from './settings.module.css';

function Part(props: { readonly section: Section; readonly connectPage: ReactNode }): ReactElement {
  switch (props.section) {
    case 'accounts':
      return <Accounts connectPage={props.connectPage} />;
    case 'deadlines':
      return <Deadlines />;
    case 'signatures':
      return <Signatures />;
    case 'appearance':
      return <Appearance />;
    case 'data':
      return <Data />;
  }
}

/** The settings: their parts at the left, the chosen one beside it. Esc leads back to the inbox. */
export function Settings(props: {
  /** The form that connects a page. */
  readonly connectPage: ReactNode;
}): ReactElement {
  const t = useT();
  const section = useApp((state) => sectionOf(state.layout.section));
  const error = useApp((state) => state.settings.error);
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => void refreshSettings(), []);
  useEffect(() => registerPane('conversation', () => sheet.current?.focus()), []);
  useLeaveOnEscape();
  return (
    <div className={styles['area']}>
      <SettingsNav current={section} />
      <main
        // A new part begins at its top.
        key={section}
        ref={sheet}
        className={styles['sheet']}
        data-pane="conversation"
        tabIndex={-1}
        aria-label={t(`settings.${section}`)}
      >
        {error === null ? null : (
          <Banner
            look="error"
            icon="warning"
            text={`${t('settings.failed')} ${errorText(t, error)}`}
          >
            <Button label={t('common.retry')} onClick={() => void refreshSettings()} />
          </Banner>
        )}
        <Part section={section} connectPage={props.connectPage} />
      </main>
    </div>
  );
}

/** Whatever wants Esc for itself (a question, a form) has prevented it before it comes here. */
function useLeaveOnEscape(): void {
  const covered = useApp((state) => state.layout.overlay !== null);
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !covered) openArea('inbox');
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [covered]);
}
