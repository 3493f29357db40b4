import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import type { ProjectionTable, SqlRow } from './table.ts';

/** Who takes part in a conversation, the brand left out: what people are found and counted by. */
export const participantTable: ProjectionTable = {
  name: 'participant',
  owner: 'conversation_id',
  columns: [
    'id',
    'conversation_id',
    'account_id',
    'external_id',
    'name',
    'address',
    'is_customer',
    'last_at_ms',
  ],
};

interface Present {
  readonly name: string | null;
  readonly isCustomer: boolean;
  readonly lastAtMs: number;
}

/**
 * Returns the rows of all people in the order of {@link participantTable}: who wrote, and who began it
 * although nothing of theirs was read. Those whose id the platform withholds cannot be told apart.
 */
export function participantValues(projection: ConversationProjection): readonly SqlRow[] {
  const { row } = projection;
  return [...presentIn(projection)].map(([person, { name, isCustomer, lastAtMs }]) => [
    `${row.id}/${person}`,
    row.id,
    row.accountId,
    person,
    name,
    row.channel === 'email' ? person : null,
    isCustomer ? 1 : 0,
    lastAtMs,
  ]);
}

function presentIn({ row, messages }: ConversationProjection): ReadonlyMap<string, Present> {
  const present = new Map<string, Present>();
  const { starter } = row;
  const isOurs = messages.some(
    ({ author, authorKind }) => authorKind === 'brand' && author.externalId === starter.externalId,
  );
  if (starter.externalId !== null && !isOurs) {
    present.set(starter.externalId, {
      name: starter.name,
      isCustomer: true,
      lastAtMs: row.openedAtMs,
    });
  }
  for (const { author, authorKind, createdAtMs } of messages) {
    if (author.externalId === null) continue;
    if (authorKind !== 'customer' && authorKind !== 'other') continue;
    const before = present.get(author.externalId);
    present.set(author.externalId, {
      name: author.name ?? before?.name ?? null,
      isCustomer: authorKind === 'customer' || before?.isCustomer === true,
      lastAtMs: Math.max(createdAtMs, before?.lastAtMs ?? createdAtMs),
    });
  }
  return present;
}
