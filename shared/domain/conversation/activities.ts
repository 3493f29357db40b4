import type { DomainEvent, OutboxMove } from '../event.ts';
import type { Activity } from './types.ts';

/** Returns what people did with a conversation, oldest first; what was undone is not told. */
export const activitiesOf = (events: readonly DomainEvent[]): readonly Activity[] =>
  events.flatMap((event) => {
    const told = activityOf(event);
    if (told === null) return [];
    const [kind, detail] = told;
    return [{ opId: event.opId, kind, atMs: event.happenedAtMs, actor: event.actor, detail }];
  });

/** `detail`: the team's id, the assignee, or the reason's code. */
function activityOf(event: DomainEvent): readonly [Activity['kind'], string | null] | null {
  switch (event.kind) {
    case 'conversation.handed_over':
      return ['handed_over', event.payload.teamId];
    case 'conversation.assigned':
      return ['assigned', event.payload.assignee];
    case 'conversation.no_answer_needed':
      return ['no_answer_needed', null];
    case 'conversation.reopened':
      return ['reopened', null];
    case 'conversation.closed':
      return ['closed', null];
    case 'reply.state':
      return replyActivity(event.payload);
    case 'action.state':
      return actionActivity(event.payload);
    default:
      return null;
  }
}

function replyActivity({
  state,
  reason,
}: OutboxMove): readonly [Activity['kind'], string | null] | null {
  if (state === 'cancelled') return ['reply_cancelled', reason];
  if (state === 'rejected' || state === 'needs_human') return ['reply_failed', reason];
  return null;
}

/** What became of a hiding or a like shows at the message itself; only a failure is told here. */
const actionActivity = ({
  state,
  reason,
}: OutboxMove): readonly [Activity['kind'], string | null] | null =>
  state === 'rejected' || state === 'needs_human' ? ['action_failed', reason] : null;
