import type { ReactElement } from 'react';
import type { MessageView } from '../../../shared/contract/schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openExternal } from '../../lib/shell.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import styles from './thread.module.css';

type Attachment = MessageView['attachments'][number];

const ICONS: Readonly<Record<Attachment['kind'], IconName>> = {
  photo: 'image',
  video: 'video',
  sticker: 'smile',
  share: 'share',
  file: 'file',
};

function One(props: { readonly attachment: Attachment }): ReactElement {
  const t = useT();
  const { kind, url, title } = props.attachment;
  const name = title ?? t(`attachment.${kind}`);
  const inside = (
    <>
      <Icon name={ICONS[kind]} small />
      <bdi>{name}</bdi>
    </>
  );
  if (url === null) return <span className={styles['attachment']}>{inside}</span>;
  return (
    <button
      type="button"
      className={styles['attachment']}
      aria-label={t('attachment.open', { name })}
      onClick={() => openExternal(url)}
    >
      {inside}
      <Icon name="external" small />
    </button>
  );
}

/** What came with a message. The page loads nothing from outside: pictures open in the browser. */
export function Attachments(props: {
  readonly attachments: readonly Attachment[];
}): ReactElement | null {
  if (props.attachments.length === 0) return null;
  return (
    <div className={styles['attachments']}>
      {props.attachments.map((attachment) => (
        <One
          key={`${attachment.kind} ${attachment.url} ${attachment.title}`}
          attachment={attachment}
        />
      ))}
    </div>
  );
}
