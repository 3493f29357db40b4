import { lazy, Suspense, type ReactElement } from 'react';
import { Composer } from '../features/composer/composer.tsx';
import { Conversation } from '../features/conversation/conversation.tsx';
import { Details } from '../features/details/details.tsx';
import { InboxList } from '../features/inbox/inbox-list.tsx';
import { Rail } from '../features/rail/rail.tsx';
import { WIDE_PX } from '../state/layout-actions.ts';
import { selectIsFirstRun, selectSelectedId } from '../state/selectors.ts';
import { useApp } from '../state/store.ts';
import { useWide } from '../ui/use-wide.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './inbox-area.module.css';

const FirstRun = lazy(async () => ({
  default: (await import('./first-run-pane.tsx')).FirstRunPane,
}));

/** The panes right of the list: the chosen conversation, how to answer it, what is known of it. */
function Reading(): ReactElement {
  const id = useApp(selectSelectedId);
  const wide = useWide(WIDE_PX);
  const open = useApp((state) => state.layout.details ?? wide);
  return (
    <>
      <ErrorBoundary key={id}>
        <Conversation id={id}>{id === null ? null : <Composer key={id} id={id} />}</Conversation>
      </ErrorBoundary>
      {open && id !== null ? (
        <ErrorBoundary>
          <Details id={id} />
        </ErrorBoundary>
      ) : null}
    </>
  );
}

/** The inbox: rail, list, conversation with its composer, details. */
export function InboxArea(): ReactElement {
  const isNew = useApp(selectIsFirstRun);
  return (
    <div className={styles['inbox']}>
      <Rail />
      <div className={styles['sheet']}>
        <ErrorBoundary>
          <InboxList />
        </ErrorBoundary>
        {isNew ? (
          <Suspense fallback={null}>
            <FirstRun />
          </Suspense>
        ) : (
          <Reading />
        )}
      </div>
    </div>
  );
}
