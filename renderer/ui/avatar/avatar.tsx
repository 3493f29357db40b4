import type { ReactElement } from 'react';
import { initials } from '../../lib/text/initials.ts';
import { cx } from '../cx.ts';
import styles from './avatar.module.css';

/** Initials in a circle; a page has a square, nobody a dashed ring. The name beside it speaks. */
export const Avatar = (props: {
  readonly name: string | null;
  readonly size?: 20 | 24 | 28 | 40;
  readonly look?: 'person' | 'me' | 'page' | 'nobody';
  /** Shown and read where no name stands beside it. */
  readonly title?: string;
}): ReactElement => (
  <span
    className={cx(
      styles['avatar'],
      styles[`size${props.size ?? 20}`],
      styles[props.look ?? 'person'],
    )}
    {...(props.title === undefined
      ? { 'aria-hidden': true }
      : { role: 'img', 'aria-label': props.title, 'data-tip': props.title })}
  >
    {props.look === 'nobody' ? null : initials(props.name)}
  </span>
);
