import { accountsEn } from './accounts.ts';
import { appEn } from './app.ts';
import { commandsEn } from './commands.ts';
import { connectEn } from './connect.ts';
import { conversationEn } from './conversation.ts';
import { errorsEn } from './errors.ts';
import { firstRunEn } from './first-run.ts';
import { inboxEn } from './inbox.ts';
import { positionEn } from './position.ts';
import { settingsEn } from './settings.ts';

/** All texts in English, by id. */
export const en = {
  ...accountsEn,
  ...appEn,
  ...commandsEn,
  ...connectEn,
  ...conversationEn,
  ...errorsEn,
  ...firstRunEn,
  ...inboxEn,
  ...positionEn,
  ...settingsEn,
};
