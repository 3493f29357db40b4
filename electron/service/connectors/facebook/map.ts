import type { Context } from '../../../../shared/domain/conversation/types.ts';
import type { ObservedMessage } from '../../../../shared/domain/ingest/types.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { SetAside } from '../../ports/connector.ts';
import type { SourceId } from '../../../../shared/domain/source/types.ts';
import {
  authorOf,
  commentAttachments,
  commentState,
  postAttachments,
  postState,
  taggedIn,
  webUrl,
} from './decoration.ts';
import { commentSchema, postSchema, type GraphPost } from './graph-schemas.ts';
import { graphTimeMs } from './graph-time.ts';
import { keptText, parseItem, setAside } from './items.ts';

/** Whose page it is, and what time it is: what a mapping depends on besides the item. */
export interface MapContext {
  readonly pageId: string;
  readonly nowMs: number;
  /** What is being read: posts say what they were read from. */
  readonly source: SourceId;
  /** Posts that the page's list of mentions names, when it was asked for. */
  readonly tagged?: ReadonlySet<string>;
}

/** Whose a post is: the page's own, on its wall by a visitor, or elsewhere with its name in it. */
export type PostKind = 'own' | 'visitor_post' | 'mention';

/** A post, with what says whether its comments moved. */
export interface ReadPost {
  readonly id: string;
  readonly kind: PostKind;
  /** The post itself does not say whether it stands on the page's wall or only mentions the page. */
  readonly unplaced: boolean;
  /** Set when the page wrote it. */
  readonly context: Context | null;
  /** Set when somebody else wrote it. */
  readonly message: ObservedMessage | null;
  readonly createdAtMs: number;
  /** The newest comment's time as far as is known; its own time in versions that do not say. */
  readonly updatedAtMs: number;
  /** All comments, nested ones too; null in versions that do not say. */
  readonly commentCount: number | null;
  /** Comments that came inside the post (old versions). */
  readonly embedded: readonly unknown[];
  readonly notes: readonly SetAside[];
}

/** Maps one item of a feed. Reasons to set it aside: `item_bad_shape`, `item_bad_date`, `item_no_id`. */
export function mapPost(raw: unknown, at: MapContext, where: string): Result<ReadPost, SetAside> {
  const parsed = parseItem(postSchema, raw, where);
  if (!parsed.ok) return parsed;
  const post = parsed.value;
  const { kind, unplaced } = placeOf(post, at);
  const createdAtMs = graphTimeMs(post.created_time ?? post.tagged_time, at.nowMs);
  if (createdAtMs === null) return err(setAside(raw, 'item_bad_date', `${where}: created_time`));
  const kept = keptText(raw, post.message ?? (kind === 'own' ? post.story : null), where);
  return ok({
    id: post.id,
    kind,
    unplaced,
    context: kind === 'own' ? contextOf(post, kept.text, createdAtMs) : null,
    message:
      kind === 'own'
        ? null
        : messageOf(post, {
            kind,
            text: kept.text,
            createdAtMs,
            source: sourceFor(kind, at.source),
          }),
    createdAtMs,
    updatedAtMs: graphTimeMs(post.updated_time, at.nowMs) ?? createdAtMs,
    commentCount: post.comments?.summary?.total_count ?? null,
    embedded: post.comments?.data ?? [],
    notes: kept.notes,
  });
}

/**
 * Returns the source of what stands in or below a post that was found while `source` was read: the
 * feed is home to three of them, any other list only to itself.
 */
export function sourceFor(kind: PostKind, source: SourceId): SourceId {
  if (source !== 'posts' && source !== 'comments') return source;
  if (kind === 'own') return 'comments';
  return kind === 'mention' ? 'mentions' : 'posts';
}

/** Lists that hold but one kind of post, beside the page's own. */
const KIND_IN_LIST: Readonly<Partial<Record<SourceId, PostKind>>> = {
  visitor_posts: 'visitor_post',
  mentions: 'mention',
  ads: 'own',
};

/**
 * A post on the page's wall says so in `to`, and its id begins with the page's. One whose id begins
 * with another's mentions the page from elsewhere; but mentions also come under the page's own id
 * (recorded in 2014): then only the list of mentions tells. A post whose author is withheld is a
 * visitor's: the page's own name is never withheld from the page.
 */
function placeOf(post: GraphPost, at: MapContext): Pick<ReadPost, 'kind' | 'unplaced'> {
  if (post.from?.id === at.pageId) return { kind: 'own', unplaced: false };
  const listed = KIND_IN_LIST[at.source];
  if (listed !== undefined) return { kind: listed, unplaced: false };
  const onWall = post.to?.data.some((one) => one.id === at.pageId) === true;
  if (onWall) return { kind: 'visitor_post', unplaced: false };
  const wall = post.id.includes('_') ? post.id.slice(0, post.id.indexOf('_')) : at.pageId;
  const tagged = typeof post.tagged_time === 'string' || at.tagged?.has(post.id) === true;
  if (tagged || wall !== at.pageId) return { kind: 'mention', unplaced: false };
  return { kind: 'visitor_post', unplaced: at.tagged === undefined };
}

const contextOf = (post: GraphPost, text: string, createdAtMs: number): Context => ({
  externalId: post.id,
  author: authorOf(post.from),
  text,
  createdAtMs,
  permalink: webUrl(post.permalink_url),
  reactionCount: post.reactions?.summary.total_count ?? post.likes?.summary.total_count ?? null,
  commentCount: post.comments?.summary?.total_count ?? null,
  shareCount: post.shares?.count ?? null,
});

function messageOf(
  post: GraphPost,
  own: {
    readonly kind: 'visitor_post' | 'mention';
    readonly text: string;
    readonly createdAtMs: number;
    readonly source: SourceId;
  },
): ObservedMessage {
  return {
    externalId: post.id,
    conversationExternalId: post.id,
    conversationKind: own.kind,
    contextExternalId: null,
    parentExternalId: null,
    author: authorOf(post.from),
    byBrand: false,
    text: own.text,
    createdAtMs: own.createdAtMs,
    permalink: webUrl(post.permalink_url),
    hidden: post.is_hidden === true,
    attachments: postAttachments(post),
    addressees: taggedIn(post.message_tags),
    channel: 'facebook',
    source: own.source,
    ...postState(post),
  };
}

/** A comment before it is known to which thread it belongs. */
export interface ReadComment {
  readonly parentId: string | null;
  /** Replies below it, as it says itself; null where it does not. */
  readonly replyCount: number | null;
  readonly message: Omit<
    ObservedMessage,
    'conversationExternalId' | 'conversationKind' | 'contextExternalId' | 'parentExternalId'
  >;
  readonly notes: readonly SetAside[];
}

/** Maps one comment; `parentId` is what its place in the answer says of its parent. */
export function mapComment(
  found: { readonly raw: unknown; readonly parentId: string | null },
  at: Omit<MapContext, 'source'>,
  where: string,
): Result<ReadComment, SetAside> {
  const { raw } = found;
  const parsed = parseItem(commentSchema, raw, where);
  if (!parsed.ok) return parsed;
  const comment = parsed.value;
  const createdAtMs = graphTimeMs(comment.created_time, at.nowMs);
  if (createdAtMs === null) return err(setAside(raw, 'item_bad_date', `${where}: created_time`));
  const kept = keptText(raw, comment.message, where);
  const message = {
    externalId: comment.id,
    author: authorOf(comment.from),
    byBrand: comment.from?.id === at.pageId,
    text: kept.text,
    createdAtMs,
    permalink: webUrl(comment.permalink_url),
    hidden: comment.is_hidden === true,
    attachments: commentAttachments(comment),
    addressees: taggedIn(comment.message_tags),
    ...commentState(comment),
  };
  return ok({
    parentId: comment.parent?.id ?? found.parentId,
    replyCount: comment.comment_count ?? null,
    message,
    notes: kept.notes,
  });
}
