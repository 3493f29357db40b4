import { z } from 'zod';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { SetAside } from '../../ports/connector.ts';
import { authorOf, siteUrl } from './decoration.ts';
import { count, decoration, person, text } from './graph-schemas.ts';
import { graphTimeMs } from './graph-time.ts';
import { keptText, parseItem, setAside } from './items.ts';
import type { MapContext, ReadPost } from './map.ts';

const videoSchema = z.object({
  id: z.string(),
  description: text,
  created_time: z.unknown().optional(),
  from: person.nullish().catch(null),
  permalink_url: decoration,
  likes: count,
  comments: count,
});

/** A Reel is a video: it has no `updated_time`, so that the number of comments alone says it moved. */
export const VIDEO_FIELDS = [
  'id',
  'description',
  'created_time',
  'from{id,name}',
  'permalink_url',
  'likes.limit(0).summary(true)',
  'comments.filter(stream).limit(0).summary(true)',
].join(',');

/** Maps one Reel of the page. Reasons to set it aside: those of a post. */
export function mapVideo(raw: unknown, at: MapContext, where: string): Result<ReadPost, SetAside> {
  const parsed = parseItem(videoSchema, raw, where);
  if (!parsed.ok) return parsed;
  const video = parsed.value;
  const createdAtMs = graphTimeMs(video.created_time, at.nowMs);
  if (createdAtMs === null) return err(setAside(raw, 'item_bad_date', `${where}: created_time`));
  const kept = keptText(raw, video.description, where);
  const commentCount = video.comments?.summary.total_count ?? null;
  return ok({
    id: video.id,
    kind: 'own',
    unplaced: false,
    context: {
      externalId: video.id,
      author: authorOf(video.from ?? { id: at.pageId, name: null }),
      text: kept.text,
      createdAtMs,
      permalink: siteUrl(video.permalink_url),
      reactionCount: video.likes?.summary.total_count ?? null,
      commentCount,
      shareCount: null,
    },
    message: null,
    createdAtMs,
    updatedAtMs: createdAtMs,
    commentCount,
    embedded: [],
    notes: kept.notes,
  });
}
