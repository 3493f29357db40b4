import type { ConversationKind } from '../../shared/domain/conversation/types.ts';
import type { EventKind, EventPayloads, NewEvent } from '../../shared/domain/event.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

const HOUR_MS = 3_600_000;

const WORDS = [
  'bolletta',
  'rete',
  'guasto',
  'perché',
  'negozio',
  'grazie',
  'città',
  'contratto',
  'offerta',
  'modem',
  'ancora',
  'assistenza',
  'promozione',
  'ieri',
  'numero',
  'attesa',
  'fibra',
  'rimborso',
  'ordine',
  'consegna',
] as const;

/** Who writes: enough people that names repeat, as on a real page. */
const PEOPLE = 4_000;

/** What a made-up conversation is made from. */
export interface FactsOptions {
  readonly random: SeededRandom;
  readonly accountId: string;
  readonly conversationId: string;
  readonly openedAtMs: number;
  /** How likely the brand has answered, 0–1. */
  readonly answered: number;
}

/** A sentence of 4 to 23 words. */
export function sentence(random: SeededRandom): string {
  const length = 4 + random.below(20);
  return `${Array.from({ length }, () => random.pick(WORDS)).join(' ')}${random.pick(['.', '?', '!'])}`;
}

const person = (random: SeededRandom) => {
  const number = random.below(PEOPLE);
  return { externalId: `p${number}`, name: `Persona ${number}` };
};

const kindOf = (random: SeededRandom): ConversationKind =>
  random.chance(0.04) ? 'mention' : random.chance(0.15) ? 'visitor_post' : 'comment';

/** The facts of one conversation as a first read of a page finds them. */
export function conversationFacts(options: FactsOptions): readonly NewEvent[] {
  const { random, accountId, conversationId, openedAtMs } = options;
  const kind = kindOf(random);
  const starter = person(random);
  const facts: NewEvent[] = [];
  const add = <K extends EventKind>(kind: K, atMs: number, payload: EventPayloads[K]): void => {
    facts.push({
      kind,
      actor: 'connector:facebook',
      accountId,
      conversationId,
      happenedAtMs: atMs,
      payload,
    } as NewEvent);
  };
  add('conversation.opened', openedAtMs, {
    channel: 'facebook',
    kind,
    externalId: `c-${conversationId}`,
    contextExternalId: kind === 'comment' ? `post-${random.below(500)}` : null,
    starter,
    teamId: kind === 'mention' ? 'communication' : 'care',
    permalink: `https://www.facebook.com/${conversationId}`,
  });
  const isAnswered = random.chance(options.answered);
  const messages = 1 + random.below(3) + (isAnswered ? 1 : 0);
  let atMs = openedAtMs;
  for (let index = 0; index < messages; index += 1) {
    const ours = isAnswered && index === messages - 1;
    add('message.observed', atMs, {
      messageId: random.uuid(atMs),
      externalId: index === 0 ? `c-${conversationId}` : `m-${conversationId}-${index}`,
      parentExternalId: index === 0 ? null : `c-${conversationId}`,
      author: ours ? { externalId: 'page', name: 'La Pagina' } : starter,
      authorKind: ours ? 'brand' : 'customer',
      text: sentence(random),
      createdAtMs: atMs,
      visibility: 'public',
      source: ours ? 'native' : null,
      presence: 'visible',
      attachments: [],
      permalink: null,
      addressees: [],
    });
    atMs += 1 + random.below(6 * HOUR_MS);
  }
  return facts;
}

/** Two years of a busy page, oldest first; the newest days wait for answers. */
export function* pageHistory(
  conversations: number,
  { seed, untilMs, accountId }: { seed: number; untilMs: number; accountId: string },
): Generator<readonly NewEvent[]> {
  const random = seededRandom(seed);
  const spanMs = 730 * 24 * HOUR_MS;
  for (let index = 0; index < conversations; index += 1) {
    const openedAtMs = Math.floor(untilMs - spanMs + (spanMs * index) / conversations);
    const isRecent = index > conversations * 0.97;
    yield conversationFacts({
      random,
      accountId,
      conversationId: random.uuid(openedAtMs),
      openedAtMs,
      answered: isRecent ? 0.3 : 0.93,
    });
  }
}
