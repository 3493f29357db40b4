import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { focusPane, registerPane } from '../../lib/panes.ts';
import { selectDetail, selectRow } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import styles from './conversation.module.css';
import { Header } from './header.tsx';
import { NothingChosen } from './nothing-chosen.tsx';
import { Thread } from './thread.tsx';

function Chosen(props: { readonly id: string; readonly children: ReactNode }): ReactElement {
  const { id } = props;
  const known = useApp((state) => selectRow(id)(state) !== undefined);
  const detail = useApp(selectDetail(id));
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => registerPane('conversation', () => scroller.current?.focus()), []);
  const entries = detail === undefined ? 0 : detail.messages.length + detail.outbox.length;
  useEffect(() => {
    // The newest is what one answers: begin there, and follow what comes in.
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [entries, detail?.summary.id]);
  return (
    <>
      {known ? <Header id={id} /> : null}
      <div
        ref={scroller}
        className={styles['scroll']}
        // The thread scrolls by keys once it has the focus.
        tabIndex={0}
        role="log"
        aria-live="off"
        onKeyDown={(event) => {
          if (event.key === 'Escape') focusPane('list');
        }}
      >
        {detail === undefined ? null : <Thread detail={detail} />}
      </div>
      {detail === undefined ? null : props.children}
    </>
  );
}

/** The chosen conversation with its context; `children` is the composer below it. */
export function Conversation(props: {
  readonly id: string | null;
  readonly children: ReactNode;
}): ReactElement {
  const t = useT();
  const { id } = props;
  return (
    <main className={styles['pane']} aria-label={t('conversation.label')} data-pane="conversation">
      {id === null ? (
        <NothingChosen />
      ) : (
        <Chosen key={id} id={id}>
          {props.children}
        </Chosen>
      )}
    </main>
  );
}
