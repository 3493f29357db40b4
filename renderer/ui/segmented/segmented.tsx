import { useId, type ReactElement } from 'react';
import { cx } from '../cx.ts';
import styles from './segmented.module.css';

/** One choice of a {@link Segmented}. */
export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A count beside the words, already formatted. */
  readonly count?: string | undefined;
}

/** One of a few: radio buttons drawn as segments, so that arrows move through them by themselves. */
export function Segmented<T extends string>(props: {
  readonly label: string;
  readonly segments: readonly Segment<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}): ReactElement {
  const name = useId();
  return (
    <div className={styles['group']} role="radiogroup" aria-label={props.label}>
      {props.segments.map((segment) => (
        <label
          key={segment.value}
          className={cx(styles['segment'], segment.value === props.value && styles['chosen'])}
        >
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === props.value}
            onChange={() => props.onChange(segment.value)}
          />
          {segment.label}
          {segment.count === undefined ? null : (
            <span className={styles['count']}>{segment.count}</span>
          )}
        </label>
      ))}
    </div>
  );
}
