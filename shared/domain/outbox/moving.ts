import type { OutboxAction } from '../action/types.ts';
import type { OutboxItem } from './types.ts';

/** Neither done nor given up: it goes on by itself, or waits for a person. */
export const isUnderWay = ({ state }: Pick<OutboxItem, 'state'>): boolean =>
  state !== 'sent' && state !== 'cancelled' && state !== 'rejected';

/** Has certainly not left, and can be taken back without a trace at the platform. */
export const isCancellable = ({ state }: Pick<OutboxItem, 'state'>): boolean =>
  state === 'queued' || state === 'deferred';

/** What takes an action back; actions that are not here have nothing of the kind. */
export const CONTRARY: Readonly<Partial<Record<OutboxAction, OutboxAction>>> = {
  hide: 'unhide',
  unhide: 'hide',
  like: 'unlike',
  unlike: 'like',
  block: 'unblock',
  unblock: 'block',
};

/** Returns what is still to be done with this target by this action, if anything. */
export const underWay = (
  outbox: readonly OutboxItem[],
  action: OutboxAction,
  targetExternalId: string,
): OutboxItem | undefined =>
  outbox.findLast(
    (item) =>
      item.action === action && item.targetExternalId === targetExternalId && isUnderWay(item),
  );

/** Returns the contrary action on this target that has not left yet: doing this means dropping that. */
export function contraryOf(
  outbox: readonly OutboxItem[],
  action: OutboxAction,
  targetExternalId: string,
): OutboxItem | undefined {
  const contrary = CONTRARY[action];
  const item = contrary === undefined ? undefined : underWay(outbox, contrary, targetExternalId);
  return item !== undefined && isCancellable(item) ? item : undefined;
}
