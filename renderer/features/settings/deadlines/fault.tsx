import type { ReactElement } from 'react';
import { useT } from '../../../lib/i18n/i18n.ts';
import type { RulesFault } from '../../../state/rules-draft.ts';
import styles from './deadlines.module.css';

/** What is wrong in the field above, and how to put it right. */
export function Fault(props: {
  readonly id: string;
  readonly fault: RulesFault | undefined;
}): ReactElement | null {
  const t = useT();
  if (props.fault === undefined) return null;
  return (
    <p id={props.id} className={styles['fault']}>
      {t(`deadlines.fault.${props.fault}`)}
    </p>
  );
}
