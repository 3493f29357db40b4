import type { ReactElement, ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import styles from './notice.module.css';

/** One line about the state of things, with the way out beside it. */
export const Banner = (props: {
  readonly look: 'info' | 'warning' | 'error';
  readonly icon: IconName;
  readonly text: string;
  readonly children?: ReactNode;
}): ReactElement => (
  <div
    className={cx(styles['banner'], styles[props.look])}
    role={props.look === 'error' ? 'alert' : 'status'}
  >
    <Icon name={props.icon} />
    <span className={styles['bannerText']}>{props.text}</span>
    {props.children}
  </div>
);
