import type {
  ConversationSummary,
  MessageView,
  OutboxView,
} from '../../../shared/contract/schemas.ts';

/** What a message of the thread is told. */
export interface MessageProps {
  readonly conversationId: string;
  readonly message: MessageView;
  /** What is under way with it, or has stopped; oldest first. */
  readonly deeds: readonly OutboxView[];
  /** The author of the nested message that this one answers; null under the first message. */
  readonly under: string | null;
  readonly kind: ConversationSummary['kind'];
  readonly channel: ConversationSummary['channel'];
  readonly tag?: ConversationSummary['tag'];
  /** The message that began the conversation: larger, on its own. */
  readonly first?: boolean;
}
