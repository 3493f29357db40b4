import { useState, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import styles from './connect-page.module.css';
import { useField } from './use-field.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** A field hidden like a password: somebody may be looking over the shoulder. */
export function SecretField(props: {
  readonly field: 'appSecret' | 'token';
  /** What is typed goes here first. */
  readonly first?: boolean;
}): ReactElement {
  const t = useT();
  const [shown, setShown] = useState(false);
  const { value, error, onEdit } = useField(props.field);
  const input = useFirstFocus(props.first === true);
  return (
    <div className={styles['token']}>
      <Field
        ref={input}
        label={t(`connect.${props.field}`)}
        hint={t(`connect.${props.field}.hint`)}
        error={error}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={(event) => onEdit(event.target.value)}
      />
      <span className={styles['reveal']}>
        <IconButton
          icon={shown ? 'eyeOff' : 'eye'}
          label={t(shown ? 'connect.hideSecret' : 'connect.showSecret')}
          onClick={() => setShown(!shown)}
        />
      </span>
    </div>
  );
}
