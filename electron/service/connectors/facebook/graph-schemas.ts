import { z } from 'zod';

/**
 * The shapes of Graph that are read. What decides who said what, when and under what is strict: a
 * surprise there sets the item aside. What only decorates (links, figures, attachments) is lenient:
 * a surprise there counts as absent, since a customer's words must not be lost for a like count.
 * Fields that are not named here pass unread.
 */

/** A text, or none. Another kind of value is a surprise. */
export const text = z.string().nullish();
/** A text that only decorates. */
export const decoration = z.string().nullish().catch(null);

/** A person or page, as Graph names it. */
export const person = z.object({ id: z.string().min(1).nullish(), name: z.string().nullish() });

/** A number that only decorates. */
export const figure = z.number().nullish().catch(null);
/** A yes or no that only decorates. */
export const flag = z.boolean().nullish().catch(null);

/** The figures of a list that is not asked for itself. */
export const count = z
  .object({
    summary: z.object({ total_count: z.number(), can_like: flag, has_liked: flag }),
  })
  .nullish()
  .catch(null);

const tags = z
  .array(z.object({ id: z.string() }).nullable().catch(null))
  .nullish()
  .catch(null);

const image = z
  .object({ image: z.object({ src: z.string() }) })
  .nullish()
  .catch(null);

const attachmentShape = z.object({
  type: decoration,
  media_type: decoration,
  title: decoration,
  url: decoration,
  media: image,
});

export type GraphAttachment = z.infer<typeof attachmentShape>;

const attachment = attachmentShape.nullish().catch(null);

const attachmentList = z
  .object({ data: z.array(attachment) })
  .nullish()
  .catch(null);

/** A list inside another answer. Old versions put the first comments of a post there. */
const embedded = z.object({
  data: z.array(z.unknown()).catch([]),
  summary: z.object({ total_count: z.number() }).nullish().catch(null),
});

export const commentSchema = z.object({
  id: z.string(),
  message: text,
  created_time: z.unknown().optional(),
  from: person.nullish(),
  parent: z.object({ id: z.string().min(1) }).nullish(),
  is_hidden: flag,
  permalink_url: decoration,
  attachment,
  message_tags: tags,
  can_comment: flag,
  can_hide: flag,
  can_like: flag,
  can_remove: flag,
  can_reply_privately: flag,
  comment_count: figure,
  like_count: figure,
  user_likes: flag,
  private_reply_conversation: z.object({ id: z.string() }).nullish().catch(null),
  comments: embedded.nullish().catch(null),
});

export type GraphComment = z.infer<typeof commentSchema>;

export const postSchema = z.object({
  id: z.string(),
  message: text,
  story: decoration,
  created_time: z.unknown().optional(),
  /** Only on posts that tag the page elsewhere. */
  tagged_time: z.unknown().optional(),
  updated_time: z.unknown().optional(),
  from: person.nullish(),
  to: z
    .object({ data: z.array(person) })
    .nullish()
    .catch(null),
  is_hidden: flag,
  permalink_url: decoration,
  attachments: z
    .object({
      data: z.array(
        attachmentShape.extend({ subattachments: attachmentList }).nullish().catch(null),
      ),
    })
    .nullish()
    .catch(null),
  message_tags: tags,
  shares: z.object({ count: z.number() }).nullish().catch(null),
  can_reply_privately: flag,
  reactions: count,
  likes: count,
  comments: embedded.nullish().catch(null),
});

export type GraphPost = z.infer<typeof postSchema>;

/** One page of a list. Cursors alone say nothing about a next page; `next` does. */
export const pageSchema = z.object({
  data: z.array(z.unknown()),
  paging: z.object({ next: z.string().nullish() }).nullish(),
  summary: z.object({ total_count: z.number() }).nullish().catch(null),
});

export const identitySchema = z.object({ id: z.string().min(1), name: z.string() });

export const createdSchema = z.object({ id: z.string().min(1) });

const COMMENT_FIELDS_LIST = [
  'id',
  'message',
  'created_time',
  'from{id,name}',
  'parent{id}',
  'is_hidden',
  'permalink_url',
  'attachment',
  'message_tags',
  'can_comment',
  'can_hide',
  'can_like',
  'can_remove',
  'can_reply_privately',
  'comment_count',
  'like_count',
  'user_likes',
  'private_reply_conversation',
];

/** `parent` is asked for because a reply's id does not name the comment it stands under. */
export const COMMENT_FIELDS = COMMENT_FIELDS_LIST.join(',');

/** `comments…limit(0)` gives the number of all comments, nested ones too, without any of them. */
export const POST_FIELDS = [
  'id',
  'message',
  'story',
  'created_time',
  'updated_time',
  'from{id,name}',
  'to{id}',
  'is_hidden',
  'permalink_url',
  'attachments{type,media_type,title,url,media,subattachments}',
  'message_tags',
  'shares',
  'can_reply_privately',
  'reactions.limit(0).summary(true)',
  'likes.limit(0).summary(true)',
  'comments.filter(stream).limit(0).summary(true)',
].join(',');
