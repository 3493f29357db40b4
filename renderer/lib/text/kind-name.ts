import type { ConversationKind } from '../../../shared/domain/conversation/types.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { MessageId, Translate } from '../i18n/i18n.ts';

interface Placed {
  readonly kind: ConversationKind;
  readonly source: SourceId;
}

const NAMES: Readonly<Partial<Record<SourceId, MessageId>>> = {
  ads: 'kind.onAd',
  reels: 'kind.onReel',
  reviews: 'kind.review',
  messenger: 'kind.messenger',
  instagram: 'kind.onInstagram',
};

const PLACES: Readonly<Partial<Record<SourceId, MessageId>>> = {
  ads: 'place.ads',
  reels: 'place.reels',
  reviews: 'place.reviews',
  messenger: 'place.messenger',
  instagram: 'place.instagram',
};

/** Returns what a conversation is: "Comment", "Comment on an ad", "Messenger conversation". */
export const kindName = (t: Translate, { kind, source }: Placed): string =>
  t(NAMES[source] ?? `kind.${kind}`);

/** Returns where it stands in one word, where that is not the page's own wall; else null. */
export function placeName(t: Translate, { source }: Placed): string | null {
  const place = PLACES[source];
  return place === undefined ? null : t(place);
}
