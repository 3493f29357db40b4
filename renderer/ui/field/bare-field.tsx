import type { InputHTMLAttributes, ReactElement } from 'react';
import { cx } from '../cx.ts';
import styles from './field.module.css';

export interface BareFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> {
  /** Read out; the words around the field say it to the eye. */
  readonly label: string;
  readonly wrong?: boolean;
  /** Id of the words that say what is wrong. */
  readonly noteId?: string | undefined;
  /** Characters that fit. */
  readonly room: 'number' | 'hours' | 'text';
}

/** A text field within a line of words or a table. */
export function BareField(props: BareFieldProps): ReactElement {
  const { label, wrong = false, noteId, room, ...input } = props;
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...input}
      aria-label={label}
      aria-invalid={wrong}
      aria-describedby={noteId}
      className={cx(styles['input'], styles['bare'], styles[room], wrong && styles['wrong'])}
    />
  );
}
