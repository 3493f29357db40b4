import type { ReactElement, ReactNode } from 'react';
import styles from './page.module.css';

/** A part of the settings: its title, what can be done with all of it, its cards. */
export const Page = (props: {
  readonly title: string;
  readonly action?: ReactNode;
  /** `wide`: two columns where there is room; else one column at reading width. */
  readonly look?: 'wide' | 'plain';
  readonly children: ReactNode;
}): ReactElement => (
  <div className={props.look === 'wide' ? styles['wide'] : styles['page']}>
    <header className={styles['head']}>
      <h1>{props.title}</h1>
      {props.action}
    </header>
    {props.children}
  </div>
);

/** A group of settings under its heading. */
export const Card = (props: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}): ReactElement => (
  <section className={styles['card']} aria-label={props.title}>
    <header className={styles['cardHead']}>
      <h2>{props.title}</h2>
      {props.note === undefined ? null : <p>{props.note}</p>}
      {props.action === undefined ? null : (
        <span className={styles['cardAction']}>{props.action}</span>
      )}
    </header>
    {props.children}
  </section>
);
