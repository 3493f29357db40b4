import type { CompleteListing, KnownFacts, KnownMessage, ObservedStep } from './types.ts';

/**
 * Returns the known messages that a step's complete listings should have held and did not. They are
 * suspects only: a listing may leave out what the platform shows by itself. Roots first, each once.
 */
export function suspectsOf(
  step: Pick<ObservedStep, 'complete' | 'gone' | 'messages'>,
  under: KnownFacts['under'],
): readonly KnownMessage[] {
  const settled = new Set([...step.gone, ...step.messages.map(({ externalId }) => externalId)]);
  const suspects = new Map<string, KnownMessage>();
  for (const listing of step.complete) {
    if (settled.has(listing.rootExternalId)) continue;
    for (const message of missedBy(listing, under.get(listing.rootExternalId) ?? [])) {
      if (!settled.has(message.externalId)) suspects.set(message.messageId, message);
    }
  }
  return [...suspects.values()];
}

/** A message that we recorded while the listing was under way (our own reply) was not missed. */
function missedBy(
  listing: CompleteListing,
  under: readonly KnownMessage[],
): readonly KnownMessage[] {
  const seen = new Set(listing.seen);
  return under.filter(
    (message) =>
      message.presence !== 'gone' &&
      !seen.has(message.externalId) &&
      message.observedAtMs <= listing.startedAtMs,
  );
}

/**
 * Returns the known messages that are gone with what the platform says is gone: itself and everything
 * below it, without what this very step shows. Each once.
 */
export function vanishedOf(
  step: Pick<ObservedStep, 'gone' | 'messages'>,
  known: Pick<KnownFacts, 'messages' | 'under'>,
): readonly KnownMessage[] {
  const shown = new Set(step.messages.map(({ externalId }) => externalId));
  const byId = new Map(known.messages.map((message) => [message.externalId, message]));
  const vanished = new Map<string, KnownMessage>();
  for (const id of step.gone) {
    const itself = byId.get(id);
    const all = itself === undefined ? [] : [itself];
    for (const message of [...all, ...(known.under.get(id) ?? [])]) {
      const isThere = message.presence === 'gone' || shown.has(message.externalId);
      if (!isThere) vanished.set(message.messageId, message);
    }
  }
  return [...vanished.values()];
}
