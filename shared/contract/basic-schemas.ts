import { z } from './zod.ts';
import { ABILITY_REASONS, MESSAGE_ACTIONS, OUTBOX_ACTIONS } from '../domain/action/types.ts';
import { SOURCES } from '../domain/source/types.ts';
import { ERROR_CODES } from '../kernel/app-error.ts';

/** The smallest shapes of the contract, of which all others are made. Instants are UTC milliseconds. */

export const errorCode = z.enum(ERROR_CODES);
export const appErrorSchema = z.object({
  code: errorCode,
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export const atMs = z.number();
export const id = z.string().min(1).max(200);

export const channel = z.enum(['facebook', 'instagram', 'messenger', 'email', 'helpdesk']);
export const conversationKind = z.enum([
  'comment',
  'visitor_post',
  'mention',
  'direct_message',
  'email',
  'ticket',
]);
export const timerState = z.enum([
  'calm',
  'warning',
  'overdue',
  'paused',
  'answered',
  'uncertain',
  'none',
]);
export const outboxState = z.enum([
  'queued',
  'sending',
  'sent',
  'deferred',
  'rejected',
  'unknown',
  'reconciling',
  'needs_human',
  'cancelled',
]);
export const author = z.object({
  externalId: z.string().nullable(),
  name: z.string().nullable(),
});
export const tag = z.enum(['question', 'complaint', 'praise']);

export const outboxAction = z.enum(OUTBOX_ACTIONS);
export const messageAction = z.enum(MESSAGE_ACTIONS);
export const sourceId = z.enum(SOURCES);

/** Whether something may be done; where not, why. */
export const ability = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), reason: z.enum(ABILITY_REASONS) }),
]);
export type AbilityView = z.infer<typeof ability>;

/** How something is written: to everybody, to one person, to colleagues. */
export const draftMode = z.enum(['public', 'private', 'note']);
export type DraftMode = z.infer<typeof draftMode>;
export const visibility = z.enum(['public', 'private']);
