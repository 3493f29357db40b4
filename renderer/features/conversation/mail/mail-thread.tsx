import { useState, type ReactElement } from 'react';
import type { ConversationDetail } from '../../../../shared/contract/schemas.ts';
import { Note } from '../note.tsx';
import { OutboxBubble } from '../outbox-bubble.tsx';
import { timelineOf, type Entry } from '../timeline.ts';
import { Message } from '../message.tsx';
import { MailMessage } from './mail-message.tsx';
import { openAtFirst } from './shown-first.ts';

const keyOf = (entry: Entry): string => {
  if (entry.type === 'message') return entry.message.id;
  return entry.type === 'note' ? entry.note.id : entry.item.id;
};

function One(props: {
  readonly entry: Entry;
  readonly detail: ConversationDetail;
  /** The mails of the first look that were folded then; what comes later comes open. */
  readonly folded: ReadonlySet<string>;
}): ReactElement {
  const { entry, detail, folded } = props;
  const { summary } = detail;
  if (entry.type === 'note') return <Note note={entry.note} />;
  if (entry.type === 'outbox') return <OutboxBubble item={entry.item} detail={detail} />;
  const { message } = entry;
  // What is no longer there, or an answer that was not read back from the mailbox yet.
  if (message.mail === null || message.presence !== 'visible') {
    const { id, kind, channel } = summary;
    const around = { conversationId: id, kind, channel };
    return <Message {...around} message={message} deeds={[]} under={null} />;
  }
  return (
    <MailMessage
      conversationId={summary.id}
      message={message}
      mail={message.mail}
      open={!folded.has(message.id)}
      waits={summary.status === 'pending'}
    />
  );
}

/** A thread of mails, one under the other; what one has dealt with is folded. */
export function MailThread(props: { readonly detail: ConversationDetail }): ReactElement {
  const { detail } = props;
  const { entries } = timelineOf(detail);
  const [folded] = useState(() => {
    const open = openAtFirst(detail.messages);
    return new Set(detail.messages.map(({ id }) => id).filter((id) => !open.has(id)));
  });
  return (
    <ol data-thread>
      {entries.map((entry) => (
        <li key={keyOf(entry)}>
          <One entry={entry} detail={detail} folded={folded} />
        </li>
      ))}
    </ol>
  );
}
