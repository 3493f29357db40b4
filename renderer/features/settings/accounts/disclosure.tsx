import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import styles from './disclosure.module.css';

/** One line that says how something stands, and everything about it when it is pressed. */
export function Disclosure(props: {
  readonly name: string;
  readonly summary: string;
  readonly look?: 'plain' | 'warning' | 'error';
  /** Stands open from the beginning: something in it wants to be seen. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? props.wide ?? false;
  return (
    <div className={styles['part']}>
      <button
        type="button"
        className={styles['line']}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setChosen(!open)}
      >
        <span className={styles['name']}>{props.name}</span>
        <span className={cx(styles['summary'], styles[props.look ?? 'plain'])}>
          {props.summary}
        </span>
        <Icon name={open ? 'chevronDown' : 'chevronRight'} small />
      </button>
      <div id={id} className={styles['body']} hidden={!open}>
        {open ? props.children : null}
      </div>
    </div>
  );
}
