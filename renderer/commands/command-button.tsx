import type { ReactElement } from 'react';
import { useT } from '../lib/i18n/i18n.ts';
import { isMac } from '../lib/shell.ts';
import { useApp } from '../state/store.ts';
import { Button, IconButton, type ButtonProps } from '../ui/button/button.tsx';
import { commandOf, type CommandId } from './registry.ts';
import { keycaps } from './shortcut.ts';

/** Returns the keycaps of a command's first shortcut. */
export const keysOf = (id: CommandId): readonly string[] => keycaps(commandOf(id).keys[0], isMac());

/** A button that runs a command, with its words and its key. */
export function CommandButton(props: {
  readonly id: CommandId;
  readonly look?: NonNullable<ButtonProps['look']>;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly icon?: boolean;
  /** Other words than the command's own. */
  readonly label?: string;
}): ReactElement {
  const t = useT();
  const { id, icon = true, label, ...look } = props;
  const found = commandOf(id);
  const canRun = useApp(() => found.canRun());
  return (
    <Button
      {...look}
      label={label ?? t(found.label)}
      icon={icon ? found.icon : undefined}
      keys={keysOf(id)}
      disabled={!canRun}
      onClick={() => void found.run()}
    />
  );
}

/** The same as an icon; words and key are in its tooltip. */
export function CommandIconButton(props: {
  readonly id: CommandId;
  readonly pressed?: boolean;
  readonly label?: string;
}): ReactElement {
  const t = useT();
  const found = commandOf(props.id);
  const canRun = useApp(() => found.canRun());
  return (
    <IconButton
      label={props.label ?? t(found.label)}
      icon={found.icon}
      keys={keysOf(props.id)}
      {...(props.pressed === undefined ? {} : { pressed: props.pressed })}
      disabled={!canRun}
      onClick={() => void found.run()}
    />
  );
}
