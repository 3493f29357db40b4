import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './rail.module.css';

/** A group of the rail under its heading. */
export function Section(props: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id} className={styles['heading']}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
