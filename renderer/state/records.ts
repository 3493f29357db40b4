import type { AccountView } from '../../shared/contract/channel-schemas.ts';
import type {
  ConversationDetail,
  ConversationSummary,
  OutboxView,
} from '../../shared/contract/schemas.ts';

/** What is known of the inbox's things, by id. How they are looked at lives in other slices. */
export interface RecordsState {
  readonly conversations: Readonly<Record<string, ConversationSummary>>;
  readonly details: Readonly<Record<string, ConversationDetail>>;
  /** Null until the first answer. */
  readonly accounts: readonly AccountView[] | null;
}

/** Nothing known yet. */
export const initialRecords: RecordsState = { conversations: {}, details: {}, accounts: null };

/** Conversations kept whole; more than that many and the oldest ones are read again when opened. */
const KEPT_DETAILS = 30;

/** Returns the records with these conversations' rows put in. */
export const withRows = (
  state: RecordsState,
  rows: readonly ConversationSummary[],
): Pick<RecordsState, 'conversations'> => ({
  conversations: {
    ...state.conversations,
    ...Object.fromEntries(rows.map((row) => [row.id, row])),
  },
});

/** Returns the records with one conversation read whole; its row comes along. */
export function withDetail(state: RecordsState, detail: ConversationDetail): Partial<RecordsState> {
  const { id } = detail.summary;
  const others = Object.entries(state.details).filter(([other]) => other !== id);
  return {
    ...withRows(state, [detail.summary]),
    details: Object.fromEntries([...others.slice(1 - KEPT_DETAILS), [id, detail]]),
  };
}

/** Returns the records without what was read of these conversations, save the one in use. */
export const withoutDetails = (
  state: RecordsState,
  ids: ReadonlySet<string> | 'all',
  keepId: string | null,
): Pick<RecordsState, 'details'> => ({
  details: Object.fromEntries(
    Object.entries(state.details).filter(
      ([id]) => id === keepId || (ids !== 'all' && !ids.has(id)),
    ),
  ),
});

/** Returns the records with one item of an outbox put in, where its conversation is known. */
export function withOutboxItem(
  state: RecordsState,
  item: OutboxView,
): Partial<Pick<RecordsState, 'details'>> {
  const detail = state.details[item.conversationId];
  if (detail === undefined) return {};
  const others = detail.outbox.filter(({ id }) => id !== item.id);
  return {
    details: {
      ...state.details,
      [item.conversationId]: { ...detail, outbox: [...others, item] },
    },
  };
}
