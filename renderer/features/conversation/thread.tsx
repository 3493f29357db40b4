import { useMemo, type ReactElement } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { ContextCard } from './context-card.tsx';
import { Message } from './message.tsx';
import { Note } from './note.tsx';
import { OutboxBubble } from './outbox-bubble.tsx';
import styles from './thread.module.css';
import { timelineOf, type Entry } from './timeline.ts';

const keyOf = (entry: Entry): string => {
  if (entry.type === 'message') return entry.message.id;
  return entry.type === 'note' ? entry.note.id : entry.item.id;
};

function One(props: { readonly entry: Entry; readonly detail: ConversationDetail }): ReactElement {
  const { entry, detail } = props;
  if (entry.type === 'note') return <Note note={entry.note} />;
  if (entry.type === 'outbox') return <OutboxBubble item={entry.item} detail={detail} />;
  return <Message message={entry.message} under={entry.under} kind={detail.summary.kind} />;
}

/** The brand's post, the message under it that began the conversation, and all that followed. */
export function Thread(props: { readonly detail: ConversationDetail }): ReactElement {
  const { detail } = props;
  const { root, entries } = useMemo(() => timelineOf(detail), [detail]);
  return (
    <>
      {detail.context === null ? null : <ContextCard context={detail.context} />}
      {root === null ? null : (
        <Message
          message={root}
          under={null}
          kind={detail.summary.kind}
          tag={detail.summary.tag}
          first
        />
      )}
      <ol className={styles['replies']}>
        {entries.map((entry) => (
          <li key={keyOf(entry)} className={styles['reply']}>
            <One entry={entry} detail={detail} />
          </li>
        ))}
      </ol>
    </>
  );
}
