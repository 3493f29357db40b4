import { z } from './zod.ts';
import {
  ability,
  appErrorSchema,
  atMs,
  channel,
  errorCode,
  id,
  messageAction,
  sourceId,
  draftMode,
} from './basic-schemas.ts';
import { mailboxView } from './mail-schemas.ts';

/** Shapes of what a channel is read from and what can be done in it. Instants are UTC milliseconds. */

/** How one source of an account stands. */
export const sourceView = z.object({
  source: sourceId,
  enabled: z.boolean(),
  /**
   * `off`: switched off · `ok` · `waiting`: not read yet · `reading` · `held`: the platform asked for
   * quiet · `permission`: a permission is missing · `unavailable`: the platform or the page does not
   * have it · `error`.
   */
  state: z.enum(['off', 'ok', 'waiting', 'reading', 'held', 'permission', 'unavailable', 'error']),
  error: appErrorSchema.nullable(),
  /** Permissions that this source needs and the token lacks; empty where that is not known. */
  missing: z.array(z.string()),
  /** Everything that happened up to here is known; null: never read to its end. */
  completeThroughMs: atMs.nullable(),
  nextReadAtMs: atMs.nullable(),
  callsLastHour: z.number(),
  callsLastDay: z.number(),
});
export type SourceView = z.infer<typeof sourceView>;

/** What the account's token is worth, as the platform last said. */
export const tokenView = z.object({
  kind: z.enum(['page', 'user']).nullable(),
  appId: z.string().nullable(),
  scopes: z.array(z.string()).nullable(),
  expiresAtMs: atMs.nullable(),
  dataAccessExpiresAtMs: atMs.nullable(),
  checkedAtMs: atMs.nullable(),
  /** Why it does not work any more; null while it does. */
  trouble: z
    .enum(['app_removed', 'checkpoint', 'password_changed', 'expired', 'role_lost', 'invalid'])
    .nullable(),
  /** The account was connected by a login whose app is still known here: one click renews it. */
  canLogIn: z.boolean(),
});
export type TokenView = z.infer<typeof tokenView>;

/** What reading an account costs. */
export const spendView = z.object({
  callsLastHour: z.number(),
  callsLastDay: z.number(),
  /** The platform's own figure, 0–100; null: none yet. */
  usagePercent: z.number().nullable(),
  /** `slow`: every wait doubled · `open_only`: only waiting conversations · `held`: nothing. */
  pace: z.enum(['usual', 'slow', 'open_only', 'held']),
  heldUntilMs: atMs.nullable(),
});
export type SpendView = z.infer<typeof spendView>;

/** A stretch of a source that was not read in time. `filledAtMs`: a later complete read made it good. */
export const gapView = z.object({
  source: sourceId,
  fromMs: atMs,
  toMs: atMs,
  reason: errorCode,
  filledAtMs: atMs.nullable(),
});
export type GapView = z.infer<typeof gapView>;

/** A connected account: how it stands, what it is read from, what its token is worth, what it costs. */
export const accountView = z.object({
  id,
  channel,
  externalId: z.string(),
  name: z.string(),
  baseUrl: z.string(),
  teamId: id,
  practice: z.boolean(),
  /** False: no keychain holds the token, it rests on the file's mode alone (decision 0021). */
  tokenSealed: z.boolean(),
  health: z.object({
    state: z.enum(['ok', 'reading', 'warning', 'error', 'gap']),
    /** The failure that the state names, or null. */
    error: appErrorSchema.nullable(),
    lastReadAtMs: atMs.nullable(),
    nextReadAtMs: atMs.nullable(),
    /** Progress of a read under way: items so far. */
    readItems: z.number().nullable(),
    conversationCount: z.number(),
    messageCount: z.number(),
    setAsideCount: z.number(),
    /** The platform's own usage figure, 0–100, or null before the first answer. */
    usagePercent: z.number().nullable(),
    /** Stretches that were not read in time, newest first. */
    gaps: z.array(gapView),
  }),
  sources: z.array(sourceView),
  token: tokenView,
  spend: spendView,
  /** Null: the account is no mailbox. */
  mailbox: mailboxView.nullable(),
});
export type AccountView = z.infer<typeof accountView>;

/** What may be done with a message, by action. */
export const messageAbilities = z.record(messageAction, ability);
export type MessageAbilities = z.infer<typeof messageAbilities>;

/** How one can write in a conversation. */
export const composerMode = z.object({
  mode: draftMode,
  ability,
  /** Longest text in UTF-16 units. */
  maxLength: z.number(),
  /** A picture may go with it. */
  image: z.boolean(),
  /** The window in which it is possible ends here; null: no window. */
  untilMs: atMs.nullable(),
  /** Beyond the ordinary window: it goes out as the answer of a person. */
  humanAgent: z.boolean(),
});
export type ComposerMode = z.infer<typeof composerMode>;

/** A page that the person who logged in may connect. */
export const pageChoice = z.object({
  externalId: z.string(),
  name: z.string(),
  tasks: z.array(z.string()),
  /** The account that is connected to it already, or null. */
  accountId: id.nullable(),
});
export type PageChoiceView = z.infer<typeof pageChoice>;
