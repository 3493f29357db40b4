import type { ReactElement } from 'react';
import type { MessageView } from '../../../shared/contract/schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { oneLine } from '../../lib/text/one-line.ts';
import { afterDeeds } from '../../lib/thread/deeds.ts';
import { useApp } from '../../state/store.ts';
import { Avatar } from '../../ui/avatar/avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { CustomerText } from '../../ui/text/customer-text.tsx';
import { Attachments } from './attachments.tsx';
import { DeedStrip } from './deed-strip.tsx';
import { EditField, UnsavedEdit } from './edit-field.tsx';
import { MessageBy } from './message-by.tsx';
import type { MessageProps } from './message-props.ts';
import { MessageSpot } from './message-spot.tsx';
import styles from './thread.module.css';
import { Tombstone, standsInStone } from './tombstone.tsx';

function Words(props: { readonly message: MessageView; readonly first: boolean }): ReactElement {
  const t = useT();
  const { message, first } = props;
  return (
    <>
      {message.text === '' && message.attachments.length === 0 ? (
        <p className={styles['noText']}>{t('message.noText')}</p>
      ) : null}
      {message.text === '' ? null : (
        <CustomerText text={message.text} size={first ? 'reading' : 'small'} />
      )}
      <Attachments attachments={message.attachments} />
    </>
  );
}

/** What the page wrote; its words turn into a field while they are written anew. */
function Ours(props: MessageProps & { readonly shown: MessageView }): ReactElement {
  const { shown, message, channel, conversationId } = props;
  const editing = useApp(({ thread }) => thread.edits[message.id]?.open === true);
  return (
    <>
      <MessageBy {...props} message={shown} was={message} />
      {editing ? (
        <EditField conversationId={conversationId} message={message} channel={channel} />
      ) : (
        <Words message={shown} first={false} />
      )}
      <UnsavedEdit message={message} />
    </>
  );
}

function Theirs(props: MessageProps & { readonly shown: MessageView }): ReactElement {
  const { shown, message, first = false } = props;
  return (
    <>
      <Avatar name={message.author.name} size={first ? 28 : 20} />
      <div>
        <MessageBy {...props} message={shown} was={message} />
        <Words message={shown} first={first} />
      </div>
    </>
  );
}

/**
 * One message as it will be once all that is under way has happened: a customer's flat, ours tinted,
 * a hidden or deleted one as a tombstone. Below it stands what is being done to it.
 */
export function Message(props: MessageProps): ReactElement {
  const t = useT();
  const { conversationId, message, deeds, first = false } = props;
  const shown = afterDeeds(message, deeds);
  const ours = message.authorKind === 'brand';
  const isStone = shown.presence !== 'visible';
  const name = message.author.name ?? t('common.unknownPerson');
  const flat = cx(styles['message'], first && styles['first']);
  const look = isStone ? undefined : ours ? styles['bubble'] : flat;
  const beside = isStone ? 'stone' : ours ? 'ours' : first ? 'first' : 'theirs';
  const below = isStone ? deeds.filter((deed) => !standsInStone(deed)) : deeds;
  return (
    <>
      <MessageSpot
        conversationId={conversationId}
        message={message}
        deeds={deeds}
        label={`${name}: ${oneLine(message.text)}`}
        toolbar={!isStone}
        className={look}
      >
        {isStone ? <Tombstone {...props} shown={shown} /> : null}
        {!isStone && ours ? <Ours {...props} shown={shown} /> : null}
        {isStone || ours ? null : <Theirs {...props} shown={shown} />}
      </MessageSpot>
      {below.map((deed) => (
        <DeedStrip key={deed.id} item={deed} message={message} beside={beside} />
      ))}
    </>
  );
}
