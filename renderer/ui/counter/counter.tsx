import type { ReactElement } from 'react';
import { cx } from '../cx.ts';
import styles from './counter.module.css';

/** From here on the counter warns. */
const NEARLY_FULL = 0.9;

/** How much of a limit is used; it warns near the limit and says by how much it is passed. */
export function Counter(props: {
  readonly length: number;
  readonly max: number;
  readonly words: string;
  readonly overWords: string;
}): ReactElement | null {
  const { length, max, words, overWords } = props;
  if (length === 0) return null;
  const over = length > max;
  const look = over ? styles['over'] : length >= max * NEARLY_FULL ? styles['nearly'] : undefined;
  return <span className={cx(styles['count'], look)}>{over ? overWords : words}</span>;
}
