import { accountsEn } from './accounts.ts';
import { actionsEn } from './actions.ts';
import { appEn } from './app.ts';
import { commandsEn } from './commands.ts';
import { composerEn } from './composer.ts';
import { connectEn } from './connect.ts';
import { conversationEn } from './conversation.ts';
import { customersEn } from './customers.ts';
import { errorsEn } from './errors.ts';
import { exportEn } from './export.ts';
import { firstRunEn } from './first-run.ts';
import { inboxEn } from './inbox.ts';
import { mailViewEn } from './mail-view.ts';
import { mailComposerEn } from './mail-composer.ts';
import { mailEn } from './mail.ts';
import { mailboxEn } from './mailbox.ts';
import { positionEn } from './position.ts';
import { settingsEn } from './settings.ts';
import { uncertainEn } from './uncertain.ts';

/** All texts in English, by id. */
export const en = {
  ...accountsEn,
  ...actionsEn,
  ...appEn,
  ...commandsEn,
  ...composerEn,
  ...connectEn,
  ...conversationEn,
  ...customersEn,
  ...errorsEn,
  ...exportEn,
  ...firstRunEn,
  ...inboxEn,
  ...mailEn,
  ...mailboxEn,
  ...mailViewEn,
  ...mailComposerEn,
  ...positionEn,
  ...settingsEn,
  ...uncertainEn,
};
