import {
  customerId,
  customersOf,
  type PersonFact,
} from '../../../../shared/domain/customer/customers.ts';
import type { WriteDb } from '../sqlite.ts';

/** `[account, person, customer]` as JSON, in order. */
type CustomerRow = string;

/** Returns the rows that the facts make, in order. */
export const customerRows = (facts: readonly PersonFact[]): readonly CustomerRow[] =>
  customersOf(facts)
    .flatMap((customer) =>
      [...customer.values()].map(({ accountId, externalId }) =>
        JSON.stringify([accountId, externalId, customerId(customer)]),
      ),
    )
    .toSorted();

/** Returns the rows that are stored, in order. */
export const storedCustomers = (db: WriteDb): readonly CustomerRow[] =>
  (
    db
      .prepare('SELECT account_id, external_id, customer_id FROM customer')
      .raw()
      .all() as string[][]
  )
    .map((row) => JSON.stringify(row))
    .toSorted();

/** Makes the stored customers equal what the facts say, touching only what differs. */
export function writeCustomers(db: WriteDb, facts: readonly PersonFact[]): void {
  const stored = new Set(storedCustomers(db));
  const wanted = new Set(customerRows(facts));
  const remove = db.prepare('DELETE FROM customer WHERE account_id = ? AND external_id = ?');
  const insert = db.prepare('INSERT INTO customer VALUES (?, ?, ?)');
  for (const row of stored) {
    if (!wanted.has(row)) remove.run((JSON.parse(row) as string[]).slice(0, 2));
  }
  for (const row of wanted) {
    if (!stored.has(row)) insert.run(JSON.parse(row) as string[]);
  }
}
