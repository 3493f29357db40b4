import type { ReactElement } from 'react';
import { CommandButton } from '../../commands/command-button.tsx';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openView, refreshList, setSegment } from '../../state/inbox-load.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import styles from './inbox-list.module.css';

function NoResults(props: { readonly text: string }): ReactElement {
  const t = useT();
  const { text } = props;
  const view = useApp((state) => state.inbox.view);
  return (
    <EmptyState
      icon="search"
      title={t('inbox.empty.search.title')}
      text={t('inbox.empty.search.text', { text })}
    >
      {view === 'all' ? null : (
        <Button
          label={t('inbox.empty.search.everywhere')}
          onClick={() => openView('all', { text })}
        />
      )}
    </EmptyState>
  );
}

function EmptySegment(props: { readonly segment: 'mine' | 'unassigned' }): ReactElement {
  const t = useT();
  return (
    <EmptyState
      icon="user"
      title={t('inbox.empty.segment.title')}
      text={t(`inbox.empty.segment.${props.segment}`)}
    >
      <Button label={t('inbox.empty.segment.showAll')} onClick={() => setSegment('all')} />
    </EmptyState>
  );
}

/** Inbox zero: all that can be answered is, and what waits on customers comes back by itself. */
function AllAnswered(): ReactElement {
  const t = useT();
  const waiting = useApp((state) => state.counts.value?.views.waiting ?? 0);
  return (
    <EmptyState
      icon="check"
      look="good"
      title={t('inbox.empty.done.title')}
      text={t('inbox.empty.done.text', { n: waiting })}
    >
      {waiting === 0 ? null : <CommandButton id="go.waiting" />}
    </EmptyState>
  );
}

function Failed(): ReactElement {
  const t = useT();
  const code = useApp((state) => state.inbox.error?.code ?? 'internal');
  return (
    <EmptyState icon="warning" look="bad" title={t('inbox.failed')} text={errorText(t, code)}>
      <Button label={t('common.retry')} onClick={() => void refreshList()} />
    </EmptyState>
  );
}

function Because(): ReactElement | null {
  const t = useT();
  const { view, filter, segment, phase } = useApp((state) => state.inbox);
  const known = useApp((state) => state.counts.value !== null && state.records.accounts !== null);
  const isNew = useApp((state) => state.counts.value?.views.all === 0);
  const connected = useApp((state) => (state.records.accounts ?? []).length > 0);
  if (phase === 'failed') return <Failed />;
  // Nothing is claimed before it is known.
  if (!known) return null;
  if (filter.text !== undefined) return <NoResults text={filter.text} />;
  if (isNew && connected) {
    return (
      <EmptyState icon="refresh" title={t('inbox.reading.title')} text={t('inbox.reading.text')} />
    );
  }
  if (isNew)
    return <EmptyState icon="inbox" title={t(`view.${view}`)} text={t('inbox.empty.all')} />;
  if (segment !== 'all') return <EmptySegment segment={segment} />;
  if (view === 'to_answer') return <AllAnswered />;
  return <EmptyState icon="inbox" title={t('inbox.empty.title')} text={t(`inbox.empty.${view}`)} />;
}

/** An empty list says why it is empty and what to do about it. */
export const EmptyList = (): ReactElement => (
  <div className={styles['empty']}>
    <Because />
  </div>
);
