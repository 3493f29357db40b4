import type { ReactElement, Ref, TextareaHTMLAttributes } from 'react';
import styles from './growing-text.module.css';

export interface GrowingTextProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'className' | 'value' | 'onChange' | 'aria-label'
> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** A field for many words that is as tall as they are, up to a part of the window. */
export function GrowingText(props: GrowingTextProps): ReactElement {
  const { label, value, onChange, ...field } = props;
  return (
    // The stylesheet writes the same text below the field: it makes the field as tall as its text.
    <div className={styles['grow']} data-text={`${value} `} dir="auto">
      <textarea
        dir="auto"
        spellCheck
        rows={3}
        {...field}
        className={styles['text']}
        value={value}
        aria-label={label}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
