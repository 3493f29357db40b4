import type { PlatformState } from '../../../../shared/domain/action/types.ts';
import type { Attachment, Author } from '../../../../shared/domain/conversation/types.ts';
import type { GraphAttachment, GraphComment, GraphPost } from './graph-schemas.ts';

/** Returns the author; Graph leaves `from` out where it may not name the person. */
export const authorOf = (from: GraphPost['from']): Author => ({
  externalId: from?.id ?? null,
  name: from?.name ?? null,
});

/** Returns a web address, or null for anything that must not become a link. */
export const webUrl = (url: string | null | undefined): string | null =>
  url !== null && url !== undefined && /^https?:\/\//i.test(url) ? url : null;

/** Returns a web address; what begins with a slash stands on the platform's own site. */
export const siteUrl = (path: string | null | undefined): string | null =>
  path?.startsWith('/') === true ? webUrl(`https://www.facebook.com${path}`) : webUrl(path);

/** Returns the platform ids of the people and pages tagged in a text. */
export const taggedIn = (tags: GraphPost['message_tags']): readonly string[] => [
  ...new Set((tags ?? []).flatMap((tag) => tag?.id ?? [])),
];

/** Returns the attachments of a post; an album gives one for each of its pictures. */
export const postAttachments = (post: GraphPost): readonly Attachment[] =>
  (post.attachments?.data ?? []).flatMap((one) => {
    if (one === null || one === undefined) return [];
    const inner = (one.subattachments?.data ?? []).filter(
      (sub) => sub !== null && sub !== undefined,
    );
    return (inner.length > 0 ? inner : [one]).map(attachmentOf);
  });

/** Returns the attachment of a comment: none or one. */
export const commentAttachments = (comment: GraphComment): readonly Attachment[] =>
  comment.attachment === null || comment.attachment === undefined
    ? []
    : [attachmentOf(comment.attachment)];

function attachmentOf(raw: GraphAttachment): Attachment {
  const url = webUrl(raw.url) ?? webUrl(raw.media?.image.src);
  return { kind: kindOf(raw.type ?? raw.media_type ?? ''), url, title: raw.title ?? null };
}

/** Graph's types are many (`video_inline`, `photo`, `album`, `animated_image_share`, …). */
function kindOf(type: string): Attachment['kind'] {
  if (type.includes('sticker')) return 'sticker';
  if (type.includes('video')) return 'video';
  if (/photo|album|image/.test(type)) return 'photo';
  return type.includes('file') ? 'file' : 'share';
}

/** The state of something of which the platform says nothing. */
const UNTOLD: PlatformState = {
  canReply: null,
  canHide: null,
  canDelete: null,
  canLike: null,
  canReplyPrivately: null,
  likeCount: null,
  liked: null,
};

/** Returns a state with what is told, or nothing where nothing is. */
export function toldState(
  told: Partial<PlatformState>,
): { readonly state: PlatformState } | Record<string, never> {
  const state = { ...UNTOLD, ...told };
  return Object.values(state).some((value) => value !== null) ? { state } : {};
}

/**
 * Returns what may be done with a comment. One that has its private conversation already takes no
 * second private message, whatever `can_reply_privately` says.
 */
export const commentState = (comment: GraphComment): ReturnType<typeof toldState> =>
  toldState({
    canReply: comment.can_comment ?? null,
    canHide: comment.can_hide ?? null,
    canDelete: comment.can_remove ?? null,
    canLike: comment.can_like ?? null,
    canReplyPrivately:
      (comment.private_reply_conversation ?? null) === null
        ? (comment.can_reply_privately ?? null)
        : false,
    likeCount: comment.like_count ?? null,
    liked: comment.user_likes ?? null,
  });

/** The same of somebody's post. */
export const postState = (post: GraphPost): ReturnType<typeof toldState> =>
  toldState({
    canLike: post.likes?.summary.can_like ?? null,
    canReplyPrivately: post.can_reply_privately ?? null,
    likeCount: post.reactions?.summary.total_count ?? post.likes?.summary.total_count ?? null,
    liked: post.likes?.summary.has_liked ?? null,
  });
