import { accounts } from './accounts.ts';
import { api } from './base.ts';
import { conversation } from './conversation.ts';
import { customers } from './customers.ts';
import { inbox } from './inbox.ts';
import { mail } from './mail.ts';
import { position } from './position.ts';
import { reply } from './reply.ts';
import { settings } from './settings.ts';
import { system } from './system.ts';

export type { ApiContext, OpenWorkspace } from './base.ts';

/** The whole contract, implemented. */
export const router = api.router({
  system,
  inbox,
  conversation,
  reply,
  accounts,
  mail,
  position,
  settings,
  customers,
});
