import { useRef, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { useApp } from '../../state/store.ts';
import { EmptyList } from './empty-list.tsx';
import { Filters } from './filters.tsx';
import styles from './inbox-list.module.css';
import { ListHeader } from './list-header.tsx';
import { ResizeHandle } from './resize-handle.tsx';
import { Rows } from './rows.tsx';
import { Segments } from './segments.tsx';
import { Skeleton } from './skeleton.tsx';
import { UndoSlot } from './undo-slot.tsx';

function Body(): ReactElement {
  const isEmpty = useApp((state) => state.inbox.ids.length === 0);
  const loading = useApp((state) => state.inbox.phase === 'loading');
  if (!isEmpty) return <Rows />;
  return loading ? <Skeleton /> : <EmptyList />;
}

/** The list pane: what is listed, its rows by deadline, and the slot to take things back. */
export function InboxList(): ReactElement {
  const t = useT();
  const pane = useRef<HTMLElement>(null);
  return (
    <section ref={pane} className={styles['pane']} aria-label={t('inbox.list')} data-pane="list">
      <ListHeader />
      <Segments />
      <Filters />
      <Body />
      <UndoSlot />
      <ResizeHandle pane={pane} />
    </section>
  );
}
