import type { View } from '../../shared/contract/schemas.ts';
import type { MessageId } from '../lib/i18n/i18n.ts';
import { openView } from '../state/inbox-load.ts';
import { openArea } from '../state/layout-actions.ts';
import type { IconName } from '../ui/icon/icon.tsx';
import { always, command, type Command } from './command.ts';

const view = <const Id extends string>(declared: {
  readonly id: Id;
  readonly view: View;
  readonly label: MessageId;
  readonly icon: IconName;
  readonly keys: string;
}): Command & { readonly id: Id } => {
  const { id, label, icon } = declared;
  const run = (): void => openView(declared.view);
  return command({ id, label, group: 'go', icon, keys: [declared.keys], canRun: always, run });
};

/** The ways to go somewhere. */
export const goCommands = [
  view({
    id: 'go.to_answer',
    view: 'to_answer',
    label: 'view.to_answer',
    icon: 'reply',
    keys: 'G R',
  }),
  view({ id: 'go.due_soon', view: 'due_soon', label: 'view.due_soon', icon: 'clock', keys: 'G S' }),
  view({ id: 'go.mentions', view: 'mentions', label: 'view.mentions', icon: 'at', keys: 'G M' }),
  view({
    id: 'go.waiting',
    view: 'waiting',
    label: 'view.waiting',
    icon: 'hourglass',
    keys: 'G A',
  }),
  view({ id: 'go.outgoing', view: 'outgoing', label: 'view.outgoing', icon: 'send', keys: 'G U' }),
  view({ id: 'go.failed', view: 'failed', label: 'view.failed', icon: 'warning', keys: 'G F' }),
  view({ id: 'go.all', view: 'all', label: 'view.all', icon: 'all', keys: 'G T' }),
  command({
    id: 'area.inbox',
    label: 'area.inbox',
    group: 'go',
    icon: 'inbox',
    keys: ['Mod+1'],
    whileTyping: true,
    canRun: always,
    run: () => openArea('inbox'),
  }),
  command({
    id: 'area.position',
    label: 'area.position',
    group: 'go',
    icon: 'scatter',
    keys: ['Mod+2'],
    whileTyping: true,
    canRun: always,
    run: () => openArea('position'),
  }),
  command({
    id: 'area.settings',
    label: 'area.settings',
    group: 'go',
    icon: 'settings',
    keys: ['Mod+,'],
    whileTyping: true,
    canRun: always,
    run: () => openArea('settings'),
  }),
] as const;
