import { useId, type InputHTMLAttributes, type ReactElement, type Ref } from 'react';
import { cx } from '../cx.ts';
import styles from './field.module.css';

export interface FieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'id' | 'className'
> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and how to put it right; the field is then marked. */
  readonly error?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A labelled text field with its hint and its error. */
export function Field(props: FieldProps): ReactElement {
  const { label, hint, error, ...input } = props;
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <input
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        {...input}
        id={id}
        className={cx(styles['input'], error !== undefined && styles['wrong'])}
        aria-invalid={error !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
      />
      {note === undefined ? null : (
        <p id={`${id}-note`} className={error === undefined ? styles['hint'] : styles['error']}>
          {note}
        </p>
      )}
    </div>
  );
}
