import type { ReactElement } from 'react';
import { LongText } from './long-text.tsx';
import styles from './customer-text.module.css';

/** What a stranger wrote, as text and nothing else. */
export const CustomerText = (props: {
  readonly text: string;
  readonly size?: 'reading' | 'small';
}): ReactElement => (
  <LongText text={props.text} className={props.size === 'small' ? styles['small'] : undefined}>
    {(shown) => shown}
  </LongText>
);

/** A stranger's name or snippet within a line of ours, kept from turning the line around. */
export const Inline = (props: {
  readonly text: string;
  readonly className?: string | undefined;
}): ReactElement => (
  <bdi className={props.className} dir="auto">
    {props.text}
  </bdi>
);
