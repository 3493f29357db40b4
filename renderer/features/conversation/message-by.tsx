import { useState, type ReactElement } from 'react';
import type { MessageView } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDayTime } from '../../lib/format/date.ts';
import { formatNumber } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Tag } from '../../ui/marks/tag.tsx';
import { CustomerText, Inline } from '../../ui/text/customer-text.tsx';
import type { MessageProps } from './message-props.ts';
import { Moment } from './moment.tsx';
import styles from './thread.module.css';

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

/** How often it is liked, and whether by the page itself: a full heart, and the words for it. */
function Likes(props: { readonly message: MessageView }): ReactElement | null {
  const t = useT();
  const { likeCount, liked } = props.message;
  const count = Math.max(likeCount ?? 0, liked === true ? 1 : 0);
  if (count === 0) return null;
  const words = [
    t('message.likes', { n: count }),
    ...(liked === true ? [t('message.likedByUs')] : []),
  ].join(', ');
  return (
    <span className={cx(styles['likes'], liked === true && styles['liked'])} data-tip={words}>
      <Icon name={liked === true ? 'heartFull' : 'heart'} small />
      <span aria-hidden="true">{formatNumber(count)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/** Seen by one person alone, within a thread that all can read. */
function Privately(props: MessageProps): ReactElement | null {
  const t = useT();
  const { message, kind } = props;
  if (message.visibility !== 'private' || kind === 'direct_message') return null;
  return (
    <span className={styles['where']}>
      <Icon name="lock" small />
      {t('message.private')}
    </span>
  );
}

/** It was away for a while: hidden, or deleted and brought back. */
function Restored(props: { readonly message: MessageView }): ReactElement | null {
  const t = useT();
  const { presenceAtMs } = props.message;
  if (presenceAtMs === null) return null;
  return <span>{t('message.restored', { when: formatDayTime(presenceAtMs, clock.now()) })}</span>;
}

/** Who said it, to whom, when, and what happened to it since. `message` is as it will be. */
export function MessageBy(props: MessageProps & { readonly was: MessageView }): ReactElement {
  const t = useT();
  const { message, was, under, tag } = props;
  const to = toWhom(message, under);
  return (
    <div className={styles['by']}>
      <Inline
        className={styles['author']}
        text={message.author.name ?? t('common.unknownPerson')}
      />
      {to === null ? null : <Inline text={t('message.to', { names: to })} />}
      <Moment atMs={message.createdAtMs} />
      <Privately {...props} />
      <Edited message={message} />
      {was.presence === 'visible' ? <Restored message={was} /> : null}
      <Likes message={message} />
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
