import type { ReactElement, ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import styles from './notice.module.css';

/** What an empty place says: why it is empty, and what to do about it. */
export const EmptyState = (props: {
  readonly icon: IconName;
  readonly look?: 'plain' | 'good' | 'bad';
  readonly title: string;
  readonly text?: string | undefined;
  readonly children?: ReactNode;
}): ReactElement => (
  <div className={styles['empty']}>
    <span className={cx(styles['disc'], styles[props.look ?? 'plain'])}>
      <Icon name={props.icon} />
    </span>
    <h2 className={styles['emptyTitle']}>{props.title}</h2>
    {props.text === undefined ? null : <p className={styles['emptyText']}>{props.text}</p>}
    {props.children === undefined ? null : (
      <div className={styles['emptyActions']}>{props.children}</div>
    )}
  </div>
);
