import { appIt } from './app.ts';
import { commandsIt } from './commands.ts';
import { conversationIt } from './conversation.ts';
import { errorsIt } from './errors.ts';
import { inboxIt } from './inbox.ts';
import { positionIt } from './position.ts';

/** All texts in Italian, by id. */
export const it = {
  ...appIt,
  ...commandsIt,
  ...conversationIt,
  ...errorsIt,
  ...inboxIt,
  ...positionIt,
};
