import type { ReactElement } from 'react';
import { keysOf } from '../../commands/command-button.tsx';
import { commandOf, type CommandId } from '../../commands/registry.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { Keycap } from '../../ui/keycap.tsx';
import styles from './conversation.module.css';

/** The keys that one needs first. */
const HINTS: readonly CommandId[] = ['next', 'previous', 'reply', 'palette', 'help'];

/** Where a conversation will be: how to choose one, and the keys to know. */
export function NothingChosen(): ReactElement {
  const t = useT();
  return (
    <EmptyState
      icon="comment"
      title={t('conversation.pick.title')}
      text={t('conversation.pick.text')}
    >
      <dl className={styles['hints']}>
        {HINTS.map((id) => (
          <div key={id} style={{ display: 'contents' }}>
            <dt>
              <Keycap keys={keysOf(id)} />
            </dt>
            <dd>{t(commandOf(id).label)}</dd>
          </div>
        ))}
      </dl>
    </EmptyState>
  );
}
