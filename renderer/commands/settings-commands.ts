import { saveRules } from '../state/settings-actions.ts';
import { appState } from '../state/store.ts';
import { command } from './command.ts';

/** What can be done in the settings. */
export const settingsCommands = [
  command({
    id: 'saveRules',
    label: 'command.saveRules',
    group: 'app',
    icon: 'check',
    keys: ['Mod+S'],
    whileTyping: true,
    canRun: () => {
      const { layout, settings } = appState();
      return layout.area === 'settings' && settings.draft !== null && settings.saving !== 'saving';
    },
    run: saveRules,
  }),
] as const;
