import type { ConversationDetail, OutboxView } from '../../shared/contract/schemas.ts';
import { announce } from '../lib/announce.ts';
import { errorText } from '../lib/i18n/error-text.ts';
import { t, type MessageId } from '../lib/i18n/i18n.ts';

/** States that tell the person something; the steps between are of no use to the ear. */
const TOLD: ReadonlySet<OutboxView['state']> = new Set<OutboxView['state']>([
  'sent',
  'deferred',
  'rejected',
  'needs_human',
]);

const stateId = (state: OutboxView['state']): MessageId => {
  if (state === 'sent') return 'news.state.sent';
  return state === 'deferred' ? 'news.state.later' : 'news.state.stopped';
};

function wordsOf({ action, state, reason }: OutboxView): string {
  const words = t(stateId(state), { what: t(`news.${action}`) });
  return reason === null || state === 'sent' ? words : `${words} ${errorText(t, reason)}`;
}

/** Tells screen readers what became of the replies and actions of a conversation that is open. */
export function tellNews(before: ConversationDetail | undefined, after: ConversationDetail): void {
  if (before === undefined) return;
  const was = new Map(before.outbox.map((item) => [item.id, item.state]));
  const news = after.outbox.filter(({ id, state }) => {
    const earlier = was.get(id);
    return earlier !== undefined && earlier !== state && TOLD.has(state);
  });
  if (news.length > 0) announce(news.map(wordsOf).join(' '));
}
