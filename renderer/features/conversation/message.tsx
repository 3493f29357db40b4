import { useState, type ReactElement } from 'react';
import type { ConversationSummary, MessageView } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDayTime } from '../../lib/format/date.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { Avatar } from '../../ui/avatar/avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Tag } from '../../ui/marks/tag.tsx';
import { CustomerText, Inline } from '../../ui/text/customer-text.tsx';
import { Attachments } from './attachments.tsx';
import { Moment } from './moment.tsx';
import styles from './thread.module.css';
import { Tombstone } from './tombstone.tsx';

export interface MessageProps {
  readonly message: MessageView;
  /** The author of the nested message that this one answers; null under the first message. */
  readonly under: string | null;
  readonly kind: ConversationSummary['kind'];
  readonly tag?: ConversationSummary['tag'];
  /** The message that began the conversation: larger, on its own. */
  readonly first?: boolean;
}

/** Whom it is to: for ours whom it answered, for others whom it stands under. */
function toWhom(message: MessageView, under: string | null): string | null {
  if (message.authorKind !== 'brand') return under;
  return message.answered.length > 0 ? message.answered.join(', ') : under;
}

function Edited(props: { readonly message: MessageView }): ReactElement | null {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { versions } = props.message;
  const last = versions.at(-1);
  if (last === undefined) return null;
  const when = formatDayTime(last.untilMs, clock.now());
  return (
    <>
      <button
        type="button"
        className={styles['link']}
        aria-expanded={open}
        data-tip={t('message.editedHint')}
        onClick={() => setOpen(!open)}
      >
        {t('message.edited', { when })}
      </button>
      {open
        ? versions.toReversed().map((version) => (
            <blockquote key={version.untilMs} className={styles['earlier']}>
              {t('message.earlier', { when: formatDayTime(version.untilMs, clock.now()) })}
              <CustomerText text={version.text} size="small" />
            </blockquote>
          ))
        : null}
    </>
  );
}

function By(props: MessageProps): ReactElement {
  const t = useT();
  const { message, under, tag } = props;
  const to = toWhom(message, under);
  return (
    <div className={styles['by']}>
      <Inline
        className={styles['author']}
        text={message.author.name ?? t('common.unknownPerson')}
      />
      {to === null ? null : <Inline text={t('message.to', { names: to })} />}
      <Moment atMs={message.createdAtMs} />
      {message.visibility === 'private' ? <span>{t('message.private')}</span> : null}
      <Edited message={message} />
      <span className={styles['push']}>
        {message.source === 'native' ? (
          <span className={styles['where']}>
            <Icon name="external" small />
            {t('message.native')}
          </span>
        ) : null}
        {message.source === 'automation' ? t('message.automatic') : null}
        {tag === undefined || tag === null ? null : <Tag look={tag} label={t(`tag.${tag}`)} />}
      </span>
    </div>
  );
}

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

/** One message: a customer's flat, ours tinted, a hidden or deleted one as a tombstone. */
export function Message(props: MessageProps): ReactElement {
  const { message, first = false } = props;
  if (message.presence !== 'visible') return <Tombstone message={message} />;
  if (message.authorKind === 'brand') {
    return (
      <article className={styles['bubble']}>
        <By {...props} />
        <Words message={message} first={false} />
      </article>
    );
  }
  return (
    <article className={cx(styles['message'], first && styles['first'])}>
      <Avatar name={message.author.name} size={first ? 28 : 20} />
      <div>
        <By {...props} />
        <Words message={message} first={first} />
      </div>
    </article>
  );
}
