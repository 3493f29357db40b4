import type { NewEvent } from '../../shared/domain/event.ts';
import type { OutboxState } from '../../shared/domain/outbox/types.ts';

/** The facts of a reply in the conversation of `opened` that came to stand at `state`. */
export function replyFacts(
  opened: Pick<NewEvent, 'accountId' | 'conversationId'>,
  outboxId: string,
  { state, atMs }: { readonly state: OutboxState; readonly atMs: number },
): readonly NewEvent[] {
  const common = {
    actor: 'agent:Anna',
    accountId: opened.accountId,
    conversationId: opened.conversationId,
    happenedAtMs: atMs,
  } as const;
  const queued: NewEvent<'reply.queued'> = {
    ...common,
    kind: 'reply.queued',
    payload: {
      outboxId,
      parentExternalId: `c-${opened.conversationId}`,
      text: 'Buongiorno, ci pensiamo noi.',
      notBeforeMs: atMs + 8_000,
      seenThroughMs: atMs,
      closeAfter: false,
    },
  };
  if (state === 'queued') return [queued];
  const moved: NewEvent<'reply.state'> = {
    ...common,
    kind: 'reply.state',
    payload: {
      outboxId,
      state,
      attempt: 1,
      reason: null,
      externalId: state === 'sent' ? `r-${outboxId}` : null,
      notBeforeMs: null,
    },
  };
  return [queued, moved];
}
