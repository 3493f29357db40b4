import { accountsIt } from './accounts.ts';
import { actionsIt } from './actions.ts';
import { appIt } from './app.ts';
import { commandsIt } from './commands.ts';
import { composerIt } from './composer.ts';
import { connectIt } from './connect.ts';
import { conversationIt } from './conversation.ts';
import { customersIt } from './customers.ts';
import { errorsIt } from './errors.ts';
import { exportIt } from './export.ts';
import { firstRunIt } from './first-run.ts';
import { inboxIt } from './inbox.ts';
import { mailViewIt } from './mail-view.ts';
import { mailComposerIt } from './mail-composer.ts';
import { mailIt } from './mail.ts';
import { mailboxIt } from './mailbox.ts';
import { positionIt } from './position.ts';
import { settingsIt } from './settings.ts';
import { uncertainIt } from './uncertain.ts';

/** All texts in Italian, by id. */
export const it = {
  ...accountsIt,
  ...actionsIt,
  ...appIt,
  ...commandsIt,
  ...composerIt,
  ...connectIt,
  ...conversationIt,
  ...customersIt,
  ...errorsIt,
  ...exportIt,
  ...firstRunIt,
  ...inboxIt,
  ...mailIt,
  ...mailboxIt,
  ...mailViewIt,
  ...mailComposerIt,
  ...positionIt,
  ...settingsIt,
  ...uncertainIt,
};
