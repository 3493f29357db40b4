import { language } from '../lib/i18n/i18n.ts';
import { focusNextPane } from '../lib/panes.ts';
import { chooseLanguage, nextTheme, showOverlay } from '../state/layout-actions.ts';
import { syncAll } from '../state/sync-actions.ts';
import { appState } from '../state/store.ts';
import { always, command } from './command.ts';

/** What concerns the whole window. */
export const appCommands = [
  command({
    id: 'palette',
    label: 'app.search',
    group: 'app',
    icon: 'search',
    keys: ['Mod+K'],
    whileTyping: true,
    keyOnly: true,
    canRun: always,
    run: () => showOverlay(appState().layout.overlay === 'palette' ? null : 'palette'),
  }),
  command({
    id: 'help',
    label: 'command.help',
    group: 'app',
    icon: 'keyboard',
    keys: ['?'],
    canRun: always,
    run: () => showOverlay('help'),
  }),
  command({
    id: 'sync',
    label: 'sync.now',
    group: 'app',
    icon: 'refresh',
    keys: [],
    canRun: () => (appState().records.accounts ?? []).length > 0,
    run: syncAll,
  }),
  command({
    id: 'theme',
    label: 'command.theme',
    group: 'app',
    icon: 'moon',
    keys: [],
    canRun: always,
    run: nextTheme,
  }),
  command({
    id: 'language',
    label: 'command.language',
    group: 'app',
    icon: 'globe',
    keys: [],
    canRun: always,
    run: () => chooseLanguage(language() === 'it' ? 'en' : 'it'),
  }),
  command({
    id: 'nextPane',
    label: 'command.nextPane',
    group: 'app',
    icon: 'details',
    keys: ['F6'],
    whileTyping: true,
    keyOnly: true,
    canRun: always,
    run: () => focusNextPane(1),
  }),
  command({
    id: 'previousPane',
    label: 'command.previousPane',
    group: 'app',
    icon: 'details',
    keys: ['Shift+F6'],
    whileTyping: true,
    keyOnly: true,
    canRun: always,
    run: () => focusNextPane(-1),
  }),
] as const;
