import { focusPane } from '../lib/panes.ts';
import { refreshList } from '../state/inbox-load.ts';
import { setSearching } from '../state/layout-actions.ts';
import { moveSelection } from '../state/selection.ts';
import { appState } from '../state/store.ts';
import { command } from './command.ts';

const inInbox = (): boolean => appState().layout.area === 'inbox';
const hasRows = (): boolean => inInbox() && appState().inbox.ids.length > 0;

const move = (step: number) => (): void => {
  moveSelection(step);
  focusPane('list');
};

/** What can be done in the list. */
export const listCommands = [
  command({
    id: 'next',
    label: 'command.next',
    group: 'list',
    icon: 'chevronDown',
    keys: ['J'],
    keyOnly: true,
    canRun: hasRows,
    run: move(1),
  }),
  command({
    id: 'previous',
    label: 'command.previous',
    group: 'list',
    icon: 'chevronDown',
    keys: ['K'],
    keyOnly: true,
    canRun: hasRows,
    run: move(-1),
  }),
  command({
    id: 'filter',
    label: 'command.filter',
    group: 'list',
    icon: 'search',
    keys: ['F'],
    canRun: inInbox,
    run: () => setSearching(true),
  }),
  command({
    id: 'showArrivals',
    label: 'command.showArrivals',
    group: 'list',
    icon: 'arrowDown',
    keys: ['.'],
    canRun: inInbox,
    run: refreshList,
  }),
] as const;
