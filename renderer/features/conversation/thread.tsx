import { useMemo, type ReactElement } from 'react';
import type { ConversationDetail, OutboxView } from '../../../shared/contract/schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { deedsOf } from '../../lib/thread/deeds.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { ContextCard } from './context-card.tsx';
import { MailThread } from './mail/mail-thread.tsx';
import { Message } from './message.tsx';
import { Note } from './note.tsx';
import { OutboxBubble } from './outbox-bubble.tsx';
import styles from './thread.module.css';
import { isMailThread, isTalk, timelineOf, type Entry } from './timeline.ts';

const keyOf = (entry: Entry): string => {
  if (entry.type === 'message') return entry.message.id;
  return entry.type === 'note' ? entry.note.id : entry.item.id;
};

type Deeds = ReadonlyMap<string, readonly OutboxView[]>;
const NO_DEEDS: readonly OutboxView[] = [];

/** What every message of a conversation is told. */
const around = ({ summary }: ConversationDetail) => ({
  conversationId: summary.id,
  kind: summary.kind,
  channel: summary.channel,
});

function One(props: {
  readonly entry: Entry;
  readonly detail: ConversationDetail;
  readonly deeds: Deeds;
}): ReactElement {
  const { entry, detail, deeds } = props;
  if (entry.type === 'note') return <Note note={entry.note} />;
  if (entry.type === 'outbox') return <OutboxBubble item={entry.item} detail={detail} />;
  return (
    <Message
      {...around(detail)}
      message={entry.message}
      deeds={deeds.get(entry.message.id) ?? NO_DEEDS}
      under={entry.under}
    />
  );
}

/** Nobody else reads along. */
function PrivateLine(): ReactElement {
  const t = useT();
  return (
    <p className={styles['private']}>
      <Icon name="lock" small />
      {t('conversation.private')}
    </p>
  );
}

/** A conversation, as its channel has it. */
export const Thread = (props: { readonly detail: ConversationDetail }): ReactElement =>
  isMailThread(props.detail) ? <MailThread {...props} /> : <Spoken {...props} />;

/** The brand's post, the message under it that began the conversation, and all that followed. */
function Spoken(props: { readonly detail: ConversationDetail }): ReactElement {
  const { detail } = props;
  const { root, entries } = useMemo(() => timelineOf(detail), [detail]);
  const deeds = useMemo(() => deedsOf(detail), [detail]);
  const talk = isTalk(detail);
  return (
    <>
      {talk ? <PrivateLine /> : null}
      {detail.context === null ? null : <ContextCard context={detail.context} />}
      {root === null ? null : (
        <Message
          {...around(detail)}
          message={root}
          deeds={deeds.get(root.id) ?? NO_DEEDS}
          under={null}
          tag={detail.summary.tag}
          first
        />
      )}
      <ol data-thread className={cx(styles['replies'], talk && styles['talk'])}>
        {entries.map((entry) => (
          <li key={keyOf(entry)} className={styles['reply']}>
            <One entry={entry} detail={detail} deeds={deeds} />
          </li>
        ))}
      </ol>
    </>
  );
}
