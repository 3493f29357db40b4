import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { focusPane, registerPane } from '../../lib/panes.ts';
import { selectDetail } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { pointAt } from '../../state/thread-actions.ts';
import { ScrollPane } from '../../ui/scroll-pane/scroll-pane.tsx';
import styles from './conversation.module.css';
import { Header } from './header.tsx';
import { NothingChosen } from './nothing-chosen.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { Thread } from './thread.tsx';
import { listenInThread } from './thread-keys.ts';

const register = (focus: () => void): (() => void) => registerPane('conversation', focus);
/** Commands mean the message that waits again. */
const pointNowhere = (): void => pointAt(null);
const leave = (): void => {
  focusPane('list');
};

/** Begins at the newest, which is what one answers, and follows what comes in. */
function useNewestInView(detail: ConversationDetail | undefined) {
  const body = useRef<HTMLDivElement>(null);
  const seen = useRef(0);
  const entries =
    detail === undefined ? 0 : detail.messages.length + detail.notes.length + detail.outbox.length;
  useEffect(() => {
    const last = body.current?.querySelector('[data-thread] > li:last-child');
    if (entries > seen.current && last !== null && last !== undefined) {
      // One that is taller than the pane is read from its beginning.
      const tall = last.clientHeight > (body.current?.clientHeight ?? 0);
      last.scrollIntoView({ block: tall ? 'start' : 'end' });
    }
    seen.current = entries;
  }, [entries]);
  return body;
}

function Chosen(props: { readonly id: string; readonly children: ReactNode }): ReactElement {
  const t = useT();
  const { id, children } = props;
  const detail = useApp(selectDetail(id));
  const body = useNewestInView(detail);
  useEffect(
    () => (body.current === null ? undefined : listenInThread(body.current, pointNowhere)),
    [body],
  );
  return (
    <>
      <Header id={id} />
      <ScrollPane
        ref={body}
        label={t('conversation.messages')}
        className={styles['scroll']}
        onReady={register}
        onLeave={leave}
      >
        {detail === undefined ? null : <Thread detail={detail} />}
      </ScrollPane>
      {children}
      <PrintSheet />
    </>
  );
}

/** The chosen conversation with its context; `children` is the composer below it. */
export function Conversation(props: {
  readonly id: string | null;
  readonly children: ReactNode;
}): ReactElement {
  const t = useT();
  const { id, children } = props;
  return (
    <main className={styles['pane']} aria-label={t('conversation.label')} data-pane="conversation">
      {id === null ? (
        <NothingChosen />
      ) : (
        <Chosen key={id} id={id}>
          {children}
        </Chosen>
      )}
    </main>
  );
}
