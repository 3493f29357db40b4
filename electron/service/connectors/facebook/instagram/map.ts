import type { Author, Context } from '../../../../../shared/domain/conversation/types.ts';
import type { ObservedMessage } from '../../../../../shared/domain/ingest/types.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { SetAside } from '../../../ports/connector.ts';
import { toldState, webUrl } from '../decoration.ts';
import { graphTimeMs } from '../graph-time.ts';
import { keptText, parseItem, setAside } from '../items.ts';
import type { MapContext } from '../map.ts';
import type { LinkedInstagram } from './linked.ts';
import { commentSchema, mediaSchema } from './schemas.ts';

/** Whose account it is, here and on Facebook. */
export interface InstagramAt extends Omit<MapContext, 'source'> {
  readonly linked: LinkedInstagram;
}

/** A picture, with what says whether its comments moved: their number alone. */
export interface ReadMedia {
  readonly id: string;
  readonly context: Context;
  /** When it was published; nothing tells of later changes. */
  readonly updatedAtMs: number;
  readonly commentCount: number | null;
  readonly notes: readonly SetAside[];
}

/** Maps one picture of the account. Reasons to set it aside: those of a post. */
export function mapMedia(
  raw: unknown,
  at: InstagramAt,
  where: string,
): Result<ReadMedia, SetAside> {
  const parsed = parseItem(mediaSchema, raw, where);
  if (!parsed.ok) return parsed;
  const media = parsed.value;
  const createdAtMs = graphTimeMs(media.timestamp, at.nowMs);
  if (createdAtMs === null) return err(setAside(raw, 'item_bad_date', `${where}: timestamp`));
  const kept = keptText(raw, media.caption, where);
  return ok({
    id: media.id,
    context: {
      externalId: media.id,
      author: { externalId: at.pageId, name: at.linked.name },
      text: kept.text,
      createdAtMs,
      permalink: webUrl(media.permalink),
      reactionCount: media.like_count ?? null,
      commentCount: media.comments_count ?? null,
      shareCount: null,
    },
    updatedAtMs: createdAtMs,
    commentCount: media.comments_count ?? null,
    notes: kept.notes,
  });
}

/** What a comment stands under. */
export interface InstagramPlace {
  readonly mediaId: string | null;
  readonly permalink: string | null;
  /** The top-level comment that it answers; null: it is one. */
  readonly under: string | null;
}

/** A comment, and the replies that came inside it. */
export interface MappedComment {
  readonly message: ObservedMessage;
  readonly replies: readonly unknown[];
  /** Where their list goes on. */
  readonly next: string | null;
  readonly notes: readonly SetAside[];
}

/** Maps one comment. Reasons to set it aside: those of a comment on Facebook. */
export function mapComment(
  raw: unknown,
  at: InstagramAt & { readonly place: InstagramPlace },
  where: string,
): Result<MappedComment, SetAside> {
  const parsed = parseItem(commentSchema, raw, where);
  if (!parsed.ok) return parsed;
  const comment = parsed.value;
  const createdAtMs = graphTimeMs(comment.timestamp, at.nowMs);
  if (createdAtMs === null) return err(setAside(raw, 'item_bad_date', `${where}: timestamp`));
  const kept = keptText(raw, comment.text, where);
  const under = at.place.under ?? comment.parent_id ?? null;
  const { author, byBrand } = authorOf(comment, at);
  const message: ObservedMessage = {
    externalId: comment.id,
    conversationExternalId: under ?? comment.id,
    conversationKind: 'comment',
    contextExternalId: comment.media?.id ?? at.place.mediaId,
    parentExternalId: under,
    author,
    byBrand,
    text: kept.text,
    createdAtMs,
    permalink: at.place.permalink,
    hidden: comment.hidden === true,
    attachments: [],
    addressees: [],
    channel: 'instagram',
    source: 'instagram',
    visibility: 'public',
    // A hidden comment takes no reply there ("IG Comment Replies").
    ...toldState({
      canReply: comment.hidden === true ? false : null,
      likeCount: comment.like_count ?? null,
    }),
  };
  return ok({
    message,
    replies: comment.replies?.data ?? [],
    next: comment.replies?.paging?.next ?? null,
    notes: kept.notes,
  });
}

/** The brand's own account speaks as the page: the rules of "who answered" know but one brand. */
function authorOf(
  { from, user, username }: (typeof commentSchema)['_output'],
  { pageId, linked }: InstagramAt,
): { readonly author: Author; readonly byBrand: boolean } {
  const id = from?.id ?? user?.id ?? null;
  const name = from?.username ?? username ?? null;
  const byBrand = id === linked.externalId || (id === null && name === linked.name);
  return { author: { externalId: byBrand ? pageId : id, name }, byBrand };
}
