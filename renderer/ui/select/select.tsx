import { useId, type ReactElement } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon/icon.tsx';
import styles from './select.module.css';

/** One choice of a {@link Select}. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** One of many: the system's own list, which every keyboard and screen reader knows. */
export function Select<T extends string>(props: {
  readonly label: string;
  /** `above`: the label stands over it, at the height of a text field; else it is only read out. */
  readonly look?: 'inline' | 'above';
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}): ReactElement {
  const { label, look = 'inline', options, value, onChange } = props;
  const id = useId();
  const above = look === 'above';
  return (
    <span className={styles['field']}>
      <label className={above ? styles['label'] : 'visually-hidden'} htmlFor={id}>
        {label}
      </label>
      <span className={styles['box']}>
        <select
          id={id}
          className={cx(styles['select'], above && styles['large'])}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" small className={styles['arrow']} />
      </span>
    </span>
  );
}
