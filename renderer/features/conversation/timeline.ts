import type {
  ConversationDetail,
  MessageView,
  OutboxView,
} from '../../../shared/contract/schemas.ts';
import { isSpoken } from '../../lib/thread/deeds.ts';

type Note = ConversationDetail['notes'][number];

/** One thing of a conversation, where it stands in time. */
export type Entry =
  | {
      readonly type: 'message';
      readonly atMs: number;
      readonly message: MessageView;
      /** Whom a nested reply stands under, when that is not the first message. */
      readonly under: string | null;
    }
  | { readonly type: 'note'; readonly atMs: number; readonly note: Note }
  | { readonly type: 'outbox'; readonly atMs: number; readonly item: OutboxView };

export interface Timeline {
  /** The message that all others stand under; null among two people, and when only notes are left. */
  readonly root: MessageView | null;
  readonly entries: readonly Entry[];
}

/** What became of these is a message of the thread, or a draft again. */
const OVER: ReadonlySet<OutboxView['state']> = new Set(['sent', 'cancelled']);

function rootOf(detail: ConversationDetail): MessageView | null {
  const own = detail.messages.find((message) => message.externalId === detail.externalId);
  return own ?? detail.messages[0] ?? null;
}

/** Whether it is a talk among two people: nothing in it stands under anything else. */
export const isTalk = ({ summary }: Pick<ConversationDetail, 'summary'>): boolean =>
  summary.kind === 'direct_message';

/** Whether it is a thread of mails: each stands by itself, whole. */
export const isMailThread = ({ summary }: Pick<ConversationDetail, 'summary'>): boolean =>
  summary.kind === 'email';

/** Returns the conversation as it is read: its first message, then everything in order of time. */
export function timelineOf(detail: ConversationDetail): Timeline {
  const root = isTalk(detail) || isMailThread(detail) ? null : rootOf(detail);
  const byExternalId = new Map(detail.messages.map((message) => [message.externalId, message]));
  const under = (message: MessageView): string | null => {
    const parent = byExternalId.get(message.parentExternalId);
    return parent === undefined || parent === root ? null : parent.author.name;
  };
  const messages = detail.messages
    .filter((message) => message !== root)
    .map((message): Entry => ({
      type: 'message',
      atMs: message.createdAtMs,
      message,
      under: under(message),
    }));
  const notes = detail.notes.map((note): Entry => ({ type: 'note', atMs: note.createdAtMs, note }));
  const outbox = detail.outbox
    .filter((item) => isSpoken(item) && !OVER.has(item.state))
    // What has not arrived stands last, whenever it was written.
    .map((item): Entry => ({ type: 'outbox', atMs: Infinity, item }));
  return {
    root,
    entries: [...messages, ...notes, ...outbox].toSorted((a, b) => a.atMs - b.atMs || 0),
  };
}

/** Messages of people that came after `sinceMs`: what a stopped reply had not seen. */
export const arrivedSince = (detail: ConversationDetail, sinceMs: number): readonly MessageView[] =>
  detail.messages.filter(
    (message) =>
      message.createdAtMs > sinceMs &&
      message.presence === 'visible' &&
      message.source !== 'riscontro',
  );
