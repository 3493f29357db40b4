import type { ReactElement } from 'react';
import { cx } from '../cx.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import styles from './marks.module.css';

/** What a tag says: the message's nature, or a state of the work on it. */
export type TagLook =
  'question' | 'complaint' | 'praise' | 'failed' | 'draft' | 'partial' | 'plain';

const icons: Readonly<Record<TagLook, IconName | null>> = {
  question: 'help',
  complaint: 'flag',
  praise: 'heart',
  failed: 'warning',
  draft: 'pencil',
  partial: null,
  plain: null,
};

/** A word with its icon, no box around it. */
export const Tag = (props: {
  readonly look: TagLook;
  readonly label: string;
  readonly icon?: IconName;
}): ReactElement => {
  const icon = props.icon ?? icons[props.look];
  return (
    <span className={cx(styles['tag'], styles[props.look])}>
      {icon === null ? null : <Icon name={icon} small />}
      <span className={styles['word']}>{props.label}</span>
    </span>
  );
};
