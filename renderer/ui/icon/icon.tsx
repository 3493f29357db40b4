import type { ReactElement } from 'react';
import { cx } from '../cx.ts';
import { ICONS, type IconName } from './paths.tsx';
import styles from './icon.module.css';

export type { IconName };

/** An icon. It is decoration for the words beside it: an icon alone gets its name from its button. */
export const Icon = (props: {
  readonly name: IconName;
  readonly small?: boolean;
  readonly className?: string | undefined;
}): ReactElement => (
  <svg
    className={cx(styles['icon'], props.small === true && styles['small'], props.className)}
    viewBox="0 0 16 16"
    aria-hidden="true"
  >
    {ICONS[props.name]}
  </svg>
);
