import { projectConversation } from '../../../../shared/domain/conversation/project.ts';
import type {
  ConversationProjection,
  ProjectionRules,
} from '../../../../shared/domain/conversation/projection.ts';
import type { DomainEvent } from '../../../../shared/domain/event.ts';
import { conversationTable, conversationValues } from '../projections/conversation.ts';
import { mailReferenceTable, mailReferenceValues } from '../projections/mail-reference.ts';
import { messageTable, messageValues } from '../projections/message.ts';
import { obligationTable, obligationValues } from '../projections/obligation.ts';
import { outboxTable, outboxValues } from '../projections/outbox.ts';
import { participantTable, participantValues } from '../projections/participant.ts';
import { rowWriter, type RowWriter, type SqlRow } from '../projections/table.ts';
import type { WriteDb } from '../sqlite.ts';

/** Keeps the tables of each conversation equal to what its events say. */
export interface Projector {
  /** A conversation that has no rows yet. */
  insert(events: readonly DomainEvent[], rules: ProjectionRules): void;
  /** A conversation that may have rows: only the differences are written. */
  replace(id: string, events: readonly DomainEvent[], rules: ProjectionRules): void;
  /** Takes all its rows away. */
  remove(conversationId: string): void;
  /** Names the tables whose rows are not what the events say; empty when all are. */
  differences(
    id: string,
    events: readonly DomainEvent[],
    rules: ProjectionRules,
  ): readonly string[];
}

interface Part {
  readonly writer: RowWriter;
  readonly rowsOf: (projection: ConversationProjection) => readonly SqlRow[];
}

/** The conversation's own row comes first: the others refer to it. */
const parts = (db: WriteDb): readonly Part[] => [
  {
    writer: rowWriter(db, conversationTable),
    rowsOf: (projection) => [conversationValues(projection)],
  },
  { writer: rowWriter(db, messageTable), rowsOf: messageValues },
  { writer: rowWriter(db, obligationTable), rowsOf: obligationValues },
  { writer: rowWriter(db, outboxTable), rowsOf: outboxValues },
  { writer: rowWriter(db, mailReferenceTable), rowsOf: mailReferenceValues },
  { writer: rowWriter(db, participantTable), rowsOf: participantValues },
];

const sorted = (rows: readonly SqlRow[]): string =>
  JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());

/** Prepares the statements that write conversations. */
export function projector(db: WriteDb): Projector {
  const all = parts(db);
  const remove = db.prepare('DELETE FROM conversation WHERE id = ?');
  return {
    insert: (events, rules) => {
      const projection = projectConversation(events, rules);
      for (const { writer, rowsOf } of all) writer.insert(rowsOf(projection));
    },
    replace: (id, events, rules) => {
      const projection = projectConversation(events, rules);
      for (const { writer, rowsOf } of all) writer.replace(id, rowsOf(projection));
    },
    remove: (conversationId) => {
      remove.run(conversationId);
    },
    differences: (id, events, rules) => {
      const projection = projectConversation(events, rules);
      return all
        .filter(({ writer, rowsOf }) => sorted(rowsOf(projection)) !== sorted(writer.stored(id)))
        .map(({ writer }) => writer.table.name);
    },
  };
}

/** The tables that hold conversations, children first, for emptying them. */
export const PROJECTION_TABLES = [
  participantTable.name,
  mailReferenceTable.name,
  outboxTable.name,
  obligationTable.name,
  messageTable.name,
  conversationTable.name,
] as const;
