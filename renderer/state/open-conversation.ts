import { openView } from './inbox-load.ts';
import { select } from './selection.ts';
import { appState } from './store.ts';

/**
 * Shows a conversation wherever it is: within the list of the moment when it stands there, else
 * with the list of everything beside it.
 */
export function openConversation(id: string): void {
  const { inbox, layout } = appState();
  if (layout.area !== 'inbox' || !inbox.ids.includes(id)) openView('all');
  select(id);
}
