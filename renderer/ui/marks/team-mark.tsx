import type { ReactElement } from 'react';
import { cx } from '../cx.ts';
import styles from './marks.module.css';

/** A team's sign: shape and colour travel together. Its name stands beside it. */
export const TeamMark = (props: { readonly mark: 'circle' | 'diamond' }): ReactElement => (
  <span className={cx(styles['team'], styles[props.mark])} aria-hidden="true" />
);
