import type { ReactElement } from 'react';
import { cx } from './cx.ts';
import styles from './keycap.module.css';

/** A key, or several pressed one after the other, as drawn on the keyboard: `Ctrl ↵`, `G` `S`. */
export const Keycap = (props: {
  readonly keys: readonly string[];
  /** `quiet`: no border · `accent`: on a primary button. */
  readonly look?: 'plain' | 'quiet' | 'accent';
}): ReactElement => (
  <span className={styles['keys']} aria-hidden="true">
    {props.keys.map((key) => (
      <kbd key={key} className={cx(styles['key'], styles[props.look ?? 'plain'])}>
        {key}
      </kbd>
    ))}
  </span>
);
