import type { ReactElement } from 'react';
import { cx } from '../cx.ts';
import styles from './toggle.module.css';

/** A switch; the whole row, words and all, is the target. */
export const Toggle = (props: {
  readonly label: string;
  readonly hint?: string;
  /** The words stand beside it already: they are only read out. */
  readonly bare?: boolean;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}): ReactElement => (
  <button
    type="button"
    role="switch"
    aria-checked={props.on}
    disabled={props.disabled}
    className={styles['row']}
    onClick={() => props.onChange(!props.on)}
  >
    <span className={props.bare === true ? 'visually-hidden' : styles['words']}>
      <span>{props.label}</span>
      {props.hint === undefined ? null : <span className={styles['hint']}>{props.hint}</span>}
    </span>
    <span className={cx(styles['switch'], props.on && styles['on'])} aria-hidden="true" />
  </button>
);
