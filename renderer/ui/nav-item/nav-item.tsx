import type { ReactElement, ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './nav-item.module.css';

/** One line of the rail: a mark, words, a number or note. */
export const NavItem = (props: {
  readonly mark: ReactNode;
  readonly label: string;
  readonly current?: boolean;
  readonly strong?: boolean;
  /** At the right end: a count, a state in words. */
  readonly note?: string | undefined;
  readonly noteLook?: 'plain' | 'late' | 'warn' | undefined;
  readonly trailing?: ReactNode;
  /** More words, in the tooltip. */
  readonly tip?: string | undefined;
  /** The keys that lead here, in the tooltip. */
  readonly keys?: readonly string[];
  readonly onPress: () => void;
}): ReactElement => (
  <button
    type="button"
    className={cx(
      styles['item'],
      props.current === true && styles['current'],
      props.strong === true && styles['strong'],
    )}
    aria-current={props.current === true ? 'true' : undefined}
    data-tip={props.tip ?? (props.keys === undefined ? undefined : props.label)}
    data-tip-keys={props.keys?.join(' ')}
    onClick={props.onPress}
  >
    {props.mark}
    <bdi className={styles['label']}>{props.label}</bdi>
    {props.note === undefined ? null : (
      <span className={cx(styles['note'], styles[props.noteLook ?? 'plain'])}>{props.note}</span>
    )}
    {props.trailing}
  </button>
);
