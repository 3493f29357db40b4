import type { PersonFact } from '../../../shared/domain/customer/customers.ts';
import type { Person } from '../../../shared/domain/customer/types.ts';
import type { Channel, ConversationKind } from '../../../shared/domain/conversation/types.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';

/** A person who wrote, as lists show them. */
export interface PersonRow extends Person {
  /** Where they wrote last. */
  readonly channel: Channel;
  /** The newest name they gave; null: they never gave one. */
  readonly name: string | null;
  readonly lastAtMs: number;
  readonly conversationCount: number;
}

/** A conversation in a list of what a customer had before. */
export interface HistoryRow {
  readonly id: string;
  readonly channel: Channel;
  readonly kind: ConversationKind;
  readonly source: SourceId;
  /** Null: it is no mail. */
  readonly subject: string | null;
  readonly snippet: string;
  readonly atMs: number;
}

/** What the store knows of the people who wrote. */
export interface CustomerReads {
  /** Whose conversation it is: who began it, or, where that was us, who answered last; null: nobody yet. */
  personOfConversation(conversationId: string): Person | null;
  /** All identities of the customer that a person is, itself included; those of nobody else: itself alone. */
  customerOf(person: Person): readonly Person[];
  /** Those of these who wrote, the newest first. */
  people(people: readonly Person[]): readonly PersonRow[];
  /** People whose name or address has these words (as beginnings), the newest first. */
  findPeople(text: string, limit: number): readonly PersonRow[];
  /** Conversations in which one of these is the customer, the newest first. */
  conversationsOf(people: readonly Person[], limit: number): readonly HistoryRow[];
  /** Conversations of which a message has these words one after the other, the newest first. */
  conversationsNaming(words: string, limit: number): readonly string[];
  /** Who was said to be whom, in the order in which it was said. */
  personFacts(): readonly PersonFact[];
}
