import { accounts } from './groups/accounts.ts';
import { conversation } from './groups/conversation.ts';
import { customers } from './groups/customers.ts';
import { inbox } from './groups/inbox.ts';
import { mail } from './groups/mail.ts';
import { position } from './groups/position.ts';
import { reply } from './groups/reply.ts';
import { settings } from './groups/settings.ts';
import { system } from './groups/system.ts';

export { changeRecord, type ChangeRecord } from './groups/system.ts';

/** The one contract between page and service. */
export const contract = {
  system,
  inbox,
  conversation,
  reply,
  accounts,
  mail,
  position,
  settings,
  customers,
};

export type Contract = typeof contract;
