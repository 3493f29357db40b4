import type { PlatformState } from '../../../../shared/domain/action/types.ts';
import type { ReadableStore } from '../../ports/store.ts';
import type { ReadDb, SqlValue } from '../sqlite.ts';

/** What the platform said of one message, as it is stored: truths as 0 and 1. */
export type PlatformStateColumns = readonly [
  canReply: SqlValue,
  canHide: SqlValue,
  canDelete: SqlValue,
  canLike: SqlValue,
  canReplyPrivately: SqlValue,
  likeCount: SqlValue,
  liked: SqlValue,
];

const COLUMNS = 'can_reply, can_hide, can_delete, can_like, can_reply_privately, like_count, liked';

const truth = (value: SqlValue): boolean | null => (value === null ? null : value === 1);
const bit = (value: boolean | null): SqlValue => (value === null ? null : Number(value));

const toState = (row: PlatformStateColumns): PlatformState => ({
  canReply: truth(row[0]),
  canHide: truth(row[1]),
  canDelete: truth(row[2]),
  canLike: truth(row[3]),
  canReplyPrivately: truth(row[4]),
  likeCount: row[5] === null ? null : Number(row[5]),
  liked: truth(row[6]),
});

/** Returns the stored form of a state, columns in the table's order. */
export const platformStateColumns = (state: PlatformState): PlatformStateColumns => [
  bit(state.canReply),
  bit(state.canHide),
  bit(state.canDelete),
  bit(state.canLike),
  bit(state.canReplyPrivately),
  state.likeCount,
  bit(state.liked),
];

/** What the platform last said of messages beyond their words. */
export function platformStateQueries(db: ReadDb): Pick<ReadableStore, 'platformStates'> {
  const states = db
    .prepare(
      `SELECT external_id, ${COLUMNS} FROM message_state
       WHERE account_id = ? AND external_id IN (SELECT value FROM json_each(?))`,
    )
    .raw();
  return {
    platformStates: (accountId, externalIds) => {
      const rows = states.all(accountId, JSON.stringify(externalIds)) as [
        string,
        ...PlatformStateColumns,
      ][];
      return new Map(rows.map(([id, ...columns]) => [id, toState(columns)]));
    },
  };
}
