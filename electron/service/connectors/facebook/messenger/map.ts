import type { Attachment } from '../../../../../shared/domain/conversation/types.ts';
import type { ObservedMessage } from '../../../../../shared/domain/ingest/types.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { SetAside } from '../../../ports/connector.ts';
import { authorOf, siteUrl, toldState, webUrl } from '../decoration.ts';
import { graphTimeMs } from '../graph-time.ts';
import { keptText, parseItem, setAside } from '../items.ts';
import type { MapContext } from '../map.ts';
import {
  messageSchema,
  threadSchema,
  type PrivateAttachment,
  type PrivateMessage,
} from './schemas.ts';

/** What is known of a conversation while its messages are read. */
export interface PrivateThread {
  readonly id: string;
  /** When the last message was written, as far as is known. */
  readonly updatedAtMs: number;
  /** All its messages; null where the platform does not say. */
  readonly commentCount: number | null;
  readonly canReply: boolean | null;
  readonly permalink: string | null;
  /** Messages that came along, and where their list goes on; null: none came. */
  readonly inside: { readonly items: readonly unknown[]; readonly next: string | null } | null;
}

type At = Omit<MapContext, 'source'>;

/** Maps one conversation of the list. Reasons to set it aside: those of `parseItem`, `item_bad_date`. */
export function mapThread(
  raw: unknown,
  { nowMs }: At,
  where: string,
): Result<PrivateThread, SetAside> {
  const parsed = parseItem(threadSchema, raw, where);
  if (!parsed.ok) return parsed;
  const { id, updated_time, message_count, can_reply, link, messages } = parsed.value;
  const updatedAtMs = graphTimeMs(updated_time, nowMs);
  if (updatedAtMs === null) return err(setAside(raw, 'item_bad_date', `${where}: updated_time`));
  return ok({
    id,
    updatedAtMs,
    commentCount: message_count ?? null,
    canReply: can_reply ?? null,
    permalink: siteUrl(link),
    inside:
      messages === null || messages === undefined
        ? null
        : { items: messages.data, next: messages.paging?.next ?? null },
  });
}

/** A private message, and notes about it. */
export interface MappedMessage {
  readonly message: ObservedMessage;
  readonly notes: readonly SetAside[];
}

/** Maps one private message of a conversation. Reasons: those of a comment. */
export function mapMessage(
  raw: unknown,
  at: At & { readonly thread: Pick<PrivateThread, 'id' | 'canReply' | 'permalink'> },
  where: string,
): Result<MappedMessage, SetAside> {
  const parsed = parseItem(messageSchema, raw, where);
  if (!parsed.ok) return parsed;
  const one = parsed.value;
  const createdAtMs = graphTimeMs(one.created_time, at.nowMs);
  if (createdAtMs === null) return err(setAside(raw, 'item_bad_date', `${where}: created_time`));
  const kept = keptText(raw, one.message, where);
  const message: ObservedMessage = {
    externalId: one.id,
    conversationExternalId: at.thread.id,
    conversationKind: 'direct_message',
    contextExternalId: null,
    parentExternalId: null,
    author: authorOf(one.from),
    byBrand: one.from?.id === at.pageId,
    text: kept.text,
    createdAtMs,
    permalink: at.thread.permalink,
    hidden: false,
    attachments: attachmentsOf(one),
    addressees: (one.to?.data ?? []).flatMap((person) => person?.id ?? []),
    channel: 'messenger',
    source: 'messenger',
    visibility: 'private',
    ...toldState({ canReply: at.thread.canReply }),
  };
  return ok({ message, notes: kept.notes });
}

function attachmentsOf(message: PrivateMessage): readonly Attachment[] {
  const sticker = webUrl(message.sticker);
  const found: readonly Attachment[] = [
    ...(sticker === null ? [] : [{ kind: 'sticker', url: sticker, title: null } as const]),
    ...(message.attachments?.data ?? []).flatMap(attachmentOf),
    ...(message.shares?.data ?? []).flatMap((share) =>
      share === null || share === undefined
        ? []
        : [{ kind: 'share', url: webUrl(share.link), title: share.name ?? null } as const],
    ),
  ];
  // Of what its interface cannot show, the platform says only that it is there.
  if (found.length > 0 || message.is_unsupported !== true) return found;
  return [{ kind: 'file', url: null, title: null }];
}

function attachmentOf(one: PrivateAttachment): readonly Attachment[] {
  if (one === null || one === undefined) return [];
  const title = one.name ?? null;
  if (one.video_data !== null && one.video_data !== undefined) {
    return [{ kind: 'video', url: webUrl(one.video_data.url), title }];
  }
  if (one.image_data !== null && one.image_data !== undefined) {
    const kind = one.image_data.render_as_sticker === true ? 'sticker' : 'photo';
    return [{ kind, url: webUrl(one.image_data.url), title }];
  }
  return [{ kind: 'file', url: webUrl(one.file_url), title }];
}
