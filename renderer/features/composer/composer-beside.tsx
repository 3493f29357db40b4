import type { ReactElement } from 'react';
import { formatBytes } from '../../lib/format/number.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { oneLine } from '../../lib/text/one-line.ts';
import { setReplyTo } from '../../state/draft-actions.ts';
import { removeImage } from '../../state/image-actions.ts';
import { answerable } from '../../../shared/domain/mail/reply.ts';
import { selectDetail, selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './composer-beside.module.css';
import { useComposing } from './use-composing.ts';

/** Which message is answered, when one was chosen; it can be let go again. */
function Target(props: { readonly id: string }): ReactElement | null {
  const t = useT();
  const { id } = props;
  const chosen = useApp((state) => selectDraft(id)(state).replyTo !== null);
  const usual = useApp(selectDetail(id));
  const { target, mode } = useComposing(id);
  if (!chosen || target === null) return null;
  // A mail always answers one; only another one than usual is worth saying.
  const isMail = usual?.summary.kind === 'email';
  if (isMail && (mode === 'note' || answerable(usual.messages)?.id === target.id)) return null;
  const name = target.author.name ?? t('common.unknownPerson');
  return (
    <span className={styles['chip']}>
      <Icon name="reply" small />
      <bdi className={styles['chipName']}>{t('composer.replyTo', { name })}</bdi>
      <bdi className={styles['quote']}>{oneLine(target.text)}</bdi>
      <IconButton
        icon="close"
        label={t('composer.replyTo.remove', { name })}
        onClick={() => setReplyTo(id, null)}
      />
    </span>
  );
}

/** The picture that goes along: what it shows, its name and size, and the way to take it away. */
function Picture(props: { readonly id: string }): ReactElement | null {
  const t = useT();
  const { id } = props;
  const image = useApp((state) => selectDraft(id)(state).image);
  const { mode, image: taken } = useComposing(id);
  if (image === null) return null;
  const { name, bytes, preview, imageId } = image;
  const note = mode === 'note' ? 'composer.image.stays' : 'composer.image.refused';
  return (
    <span className={cx(styles['picture'], !taken && styles['waits'])}>
      {preview === null ? (
        <Icon name="image" />
      ) : (
        <img className={styles['preview']} src={preview} alt="" />
      )}
      <span className={styles['facts']}>
        <bdi className={styles['file']}>{name}</bdi>
        <span className={styles['size']}>
          {imageId === null ? t('composer.image.reading') : formatBytes(bytes)}
          {taken ? null : ` · ${t(note)}`}
        </span>
      </span>
      <IconButton
        icon="close"
        label={t('composer.image.remove', { name })}
        onClick={() => void removeImage(id)}
      />
    </span>
  );
}

/** What goes with the words: the message that they answer, and a picture. */
export const ComposerBeside = (props: { readonly id: string }): ReactElement => (
  <div className={styles['beside']}>
    <Target id={props.id} />
    <Picture id={props.id} />
  </div>
);
