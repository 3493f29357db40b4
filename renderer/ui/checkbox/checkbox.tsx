import type { ReactElement } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon/icon.tsx';
import styles from './checkbox.module.css';

/** A checkbox; the whole line, words and all, is the target. */
export const Checkbox = (props: {
  readonly label: string;
  /** At the right end: a date, a count. */
  readonly note?: string | undefined;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}): ReactElement => (
  <label className={styles['row']}>
    <input
      type="checkbox"
      className="visually-hidden"
      checked={props.on}
      onChange={(event) => props.onChange(event.target.checked)}
    />
    <span className={cx(styles['box'], props.on && styles['on'])} aria-hidden="true">
      <Icon name="check" />
    </span>
    <span className={styles['label']} title={props.label}>
      {props.label}
    </span>
    {props.note === undefined ? null : <span className={styles['note']}>{props.note}</span>}
  </label>
);
