import { accountsIt } from './accounts.ts';
import { appIt } from './app.ts';
import { commandsIt } from './commands.ts';
import { connectIt } from './connect.ts';
import { conversationIt } from './conversation.ts';
import { errorsIt } from './errors.ts';
import { firstRunIt } from './first-run.ts';
import { inboxIt } from './inbox.ts';
import { positionIt } from './position.ts';
import { settingsIt } from './settings.ts';

/** All texts in Italian, by id. */
export const it = {
  ...accountsIt,
  ...appIt,
  ...commandsIt,
  ...connectIt,
  ...conversationIt,
  ...errorsIt,
  ...firstRunIt,
  ...inboxIt,
  ...positionIt,
  ...settingsIt,
};
