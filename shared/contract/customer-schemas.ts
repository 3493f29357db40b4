import { LINK_REASONS } from '../domain/customer/reasons.ts';
import { atMs, channel, conversationKind, id, sourceId } from './basic-schemas.ts';
import { z } from './zod.ts';

/** Shapes of who writes, wherever they write. Instants are UTC milliseconds. */

/** Somebody as one account knows them: a platform id, or an address. */
export const person = z.object({ accountId: id, externalId: z.string().min(1).max(500) });
export type PersonView = z.infer<typeof person>;

/** A person who wrote. */
export const personRow = person.extend({
  /** Where they wrote last. */
  channel,
  /** The newest name they gave; null: none. */
  name: z.string().nullable(),
  lastAtMs: atMs,
  conversationCount: z.number(),
});
export type PersonRowView = z.infer<typeof personRow>;

/** Whom a conversation is with. */
export const customerView = z.object({
  /** As which of them they write in this conversation. */
  person,
  /** All identities, the one that wrote last first. */
  identities: z.array(personRow),
});
export type CustomerView = z.infer<typeof customerView>;

/** Who may be the same customer, and why. */
export const linkProposal = z.object({
  person: personRow,
  /** The most telling first. */
  reasons: z.array(
    z.object({
      kind: z.enum(LINK_REASONS),
      /** The conversation in which it is written; null: nobody wrote it. */
      conversationId: id.nullable(),
    }),
  ),
});
export type LinkProposal = z.infer<typeof linkProposal>;

/** Another conversation of the same customer. */
export const historyEntry = z.object({
  id,
  channel,
  kind: conversationKind,
  source: sourceId,
  /** Null: it is no mail. */
  subject: z.string().nullable(),
  snippet: z.string(),
  atMs,
});
export type HistoryEntry = z.infer<typeof historyEntry>;
