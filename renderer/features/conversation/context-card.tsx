import { useState, type ReactElement } from 'react';
import type { ContextView } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDayTime, formatExact, isoInstant } from '../../lib/format/date.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openExternal } from '../../lib/shell.ts';
import { Avatar } from '../../ui/avatar/avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './context-card.module.css';

/** Longer posts begin folded: the conversation is what one came for. */
const FOLD_FROM = 160;

function Counts(props: { readonly context: ContextView }): ReactElement | null {
  const t = useT();
  const { reactionCount, commentCount, shareCount } = props.context;
  const parts = [
    reactionCount === null ? null : t('post.reactions', { n: reactionCount }),
    commentCount === null ? null : t('post.comments', { n: commentCount }),
    shareCount === null ? null : t('post.shares', { n: shareCount }),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <p className={styles['counts']}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}

/** What the conversation stands under and the customer did not write: the brand's post. */
export function ContextCard(props: { readonly context: ContextView }): ReactElement {
  const t = useT();
  const { author, text, createdAtMs, permalink } = props.context;
  const [open, setOpen] = useState(false);
  const folds = text.length > FOLD_FROM;
  return (
    <article className={styles['card']} aria-label={t('post.label')}>
      <Avatar name={author.name} size={28} look="page" />
      <div className={styles['body']}>
        <div className={styles['by']}>
          <Inline className={styles['author']} text={author.name ?? ''} />
          <time dateTime={isoInstant(createdAtMs)} data-tip={formatExact(createdAtMs)}>
            {formatDayTime(createdAtMs, clock.now())}
          </time>
          {permalink === null ? null : (
            <button
              type="button"
              className={styles['open']}
              onClick={() => openExternal(permalink)}
            >
              {t('post.open')}
              <Icon name="external" small />
            </button>
          )}
        </div>
        <p className={cx(styles['text'], folds && !open && styles['folded'])} dir="auto">
          {open ? text : text.slice(0, 1_000)}
        </p>
        {folds ? (
          <button
            type="button"
            className={styles['more']}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'common.showLess' : 'common.showAll')}
          </button>
        ) : null}
        <Counts context={props.context} />
      </div>
    </article>
  );
}
