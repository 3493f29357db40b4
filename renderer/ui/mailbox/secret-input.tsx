import { useState, type ReactElement, type Ref } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { IconButton } from '../button/button.tsx';
import { Field } from '../field/field.tsx';
import styles from './mailbox.module.css';

/** A password as it is typed: hidden, since somebody may be looking over the shoulder. */
export function SecretInput(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly ref?: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const t = useT();
  const [shown, setShown] = useState(false);
  const { label, hint, error, value, ref, onChange } = props;
  return (
    <div className={styles['secret']}>
      <Field
        {...(ref === undefined ? {} : { ref })}
        label={label}
        hint={hint}
        error={error}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className={styles['reveal']}>
        <IconButton
          icon={shown ? 'eyeOff' : 'eye'}
          label={t(shown ? 'mailbox.hidePassword' : 'mailbox.showPassword')}
          onClick={() => setShown(!shown)}
        />
      </span>
    </div>
  );
}
