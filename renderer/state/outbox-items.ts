import type { OutboxView } from '../../shared/contract/schemas.ts';
import { withOutboxItem } from './records.ts';
import { update } from './store.ts';

/** Takes the service's word on one item of an outbox: the thread shows it at once. */
export const takeOutboxItem = (item: OutboxView): void =>
  update.records((records) => withOutboxItem(records, item));
