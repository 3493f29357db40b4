import { z } from 'zod';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { SetAside } from '../../ports/connector.ts';
import { authorOf, toldState } from './decoration.ts';
import { decoration, figure, flag, person, text } from './graph-schemas.ts';
import { graphTimeMs } from './graph-time.ts';
import { keptText, parseItem, setAside } from './items.ts';
import type { MapContext, ReadPost } from './map.ts';

const reviewSchema = z.object({
  created_time: z.unknown().optional(),
  reviewer: person.nullish(),
  review_text: text,
  rating: figure,
  recommendation_type: decoration,
  open_graph_story: z.object({
    id: z.string().min(1),
    data: z.object({ is_hidden: flag }).nullish().catch(null),
  }),
});

export const REVIEW_FIELDS =
  'created_time,reviewer{id,name},review_text,rating,recommendation_type,open_graph_story{id,data}';

/**
 * Maps one review. Its comments stand below its story, whose id is therefore the review's. A page may
 * neither delete nor hide what stands there, nor like a review (facebook.md §1). One without words is
 * kept as its stars or its yes or no. Reasons to set it aside: those of a post.
 */
export function mapReview(raw: unknown, at: MapContext, where: string): Result<ReadPost, SetAside> {
  const parsed = parseItem(reviewSchema, withStoryId(raw), where);
  if (!parsed.ok) return parsed;
  const review = parsed.value;
  const { id, data } = review.open_graph_story;
  const createdAtMs = graphTimeMs(review.created_time, at.nowMs);
  if (createdAtMs === null) return err(setAside({ id }, 'item_bad_date', `${where}: created_time`));
  const kept = keptText({ id }, review.review_text ?? verdictOf(review), where);
  return ok({
    id,
    kind: 'visitor_post',
    unplaced: false,
    context: null,
    message: {
      externalId: id,
      conversationExternalId: id,
      conversationKind: 'visitor_post',
      contextExternalId: null,
      parentExternalId: null,
      author: authorOf(review.reviewer),
      byBrand: false,
      text: kept.text,
      createdAtMs,
      permalink: null,
      hidden: data?.is_hidden === true,
      attachments: [],
      addressees: [],
      channel: 'facebook',
      source: at.source,
      ...toldState({ canHide: false, canDelete: false, canLike: false, canReplyPrivately: false }),
    },
    createdAtMs,
    updatedAtMs: createdAtMs,
    commentCount: null,
    embedded: [],
    notes: kept.notes,
  });
}

const VERDICTS: Readonly<Record<string, string>> = { positive: '👍', negative: '👎' };

function verdictOf({
  rating,
  recommendation_type: type,
}: Pick<z.infer<typeof reviewSchema>, 'rating' | 'recommendation_type'>): string {
  if (type !== null && type !== undefined) return VERDICTS[type] ?? '';
  const stars = Math.round(rating ?? 0);
  return stars >= 1 && stars <= 5 ? '★'.repeat(stars) + '☆'.repeat(5 - stars) : '';
}

const story = z.object({ open_graph_story: z.object({ id: z.string() }) });

/** A review has no id of its own; the checks of items go by one. */
function withStoryId(raw: unknown): unknown {
  const found = story.safeParse(raw);
  if (typeof raw !== 'object' || raw === null) return raw;
  return found.success ? { ...raw, id: found.data.open_graph_story.id } : { ...raw, id: null };
}
