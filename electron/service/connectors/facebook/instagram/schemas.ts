import { z } from 'zod';
import { decoration, figure, flag, text } from '../graph-schemas.ts';

const person = z
  .object({ id: z.string().min(1).nullish(), username: decoration })
  .nullish()
  .catch(null);

/** A picture, film or Reel. */
export const mediaSchema = z.object({
  id: z.string(),
  caption: text,
  timestamp: z.unknown().optional(),
  permalink: decoration,
  comments_count: figure,
  like_count: figure,
});

/** A comment. Its author stands in `from`, in `user` (old versions), or in `username` alone. */
export const commentSchema = z.object({
  id: z.string(),
  text,
  timestamp: z.unknown().optional(),
  username: decoration,
  from: person,
  user: person,
  parent_id: z.string().min(1).nullish(),
  media: z.object({ id: z.string() }).nullish().catch(null),
  hidden: flag,
  like_count: figure,
  replies: z
    .object({
      data: z.array(z.unknown()),
      paging: z.object({ next: z.string().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
});

export const MEDIA_FIELDS = 'id,caption,timestamp,permalink,comments_count,like_count';

export const REPLY_FIELDS = 'id,text,timestamp,username,from,parent_id,hidden,like_count';

export const COMMENT_FIELDS = `${REPLY_FIELDS},replies.limit(50){${REPLY_FIELDS}}`;
