import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';
import { cx } from '../cx.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import { Keycap } from '../keycap.tsx';
import styles from './button.module.css';

export interface ButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'children' | 'className'
> {
  readonly label: string;
  readonly look?: 'plain' | 'primary' | 'quiet' | 'link' | 'danger';
  readonly size?: 'normal' | 'large';
  readonly icon?: IconName | undefined;
  /** The keys that do the same, shown beside the words. */
  readonly keys?: readonly string[] | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words, and its key beside them. One primary button per pane. */
export function Button(props: ButtonProps): ReactElement {
  const { label, look = 'plain', size = 'normal', icon, keys, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={cx(styles['button'], styles[look], size === 'large' && styles['large'])}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className={styles['label']}>{label}</span>
      {keys === undefined || keys.length === 0 ? null : (
        <Keycap keys={keys} look={look === 'primary' ? 'accent' : 'quiet'} />
      )}
    </button>
  );
}

export interface IconButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'children' | 'className'
> {
  /** Its name: read out, and shown by the tooltip. */
  readonly label: string;
  readonly icon: IconName;
  readonly keys?: readonly string[] | undefined;
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is an icon; its name and key appear in the tooltip. */
export function IconButton(props: IconButtonProps): ReactElement {
  const { label, icon, keys, pressed, ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={label}
      data-tip-keys={keys?.join(' ')}
      aria-pressed={pressed}
      {...rest}
      className={cx(styles['iconButton'], pressed === true && styles['pressed'])}
    >
      <Icon name={icon} />
    </button>
  );
}
