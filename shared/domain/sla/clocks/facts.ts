import type { Channel } from '../../conversation/types.ts';
import type { ObligationEnding } from '../../obligation/types.ts';

/** How urgent a conversation is held to be. */
export type Priority = 'low' | 'normal' | 'high' | 'urgent';

/** Where a conversation stands. `pending` waits for the customer, `on_hold` for somebody else. */
export type LifeState = 'open' | 'pending' | 'on_hold' | 'solved' | 'merged' | 'removed';

/** What policies may ask of a conversation. */
export interface SlaSubject {
  readonly channel: Channel;
  readonly accountId: string;
  readonly teamId: string;
  readonly priority: Priority;
  readonly labels: readonly string[];
  /** The customer's platform id or address; null: not known. */
  readonly customer: string | null;
}

/** What happened in one conversation, as far as promises go. */
export type SlaFact = {
  /** Orders what happened at one instant, and names the clock that it starts. */
  readonly id: string;
  readonly atMs: number;
} & SlaHappening;

export type SlaHappening =
  | { readonly kind: 'opened'; readonly subject: SlaSubject }
  /** Somebody writes what needs an answer. */
  | { readonly kind: 'asked'; readonly person: string }
  /** A message of ours that these people can see; automation is none. */
  | { readonly kind: 'answered'; readonly people: 'everybody' | readonly string[] }
  /** Somebody waits no more, and was not answered. */
  | {
      readonly kind: 'withdrawn';
      readonly person: string;
      readonly ending: Exclude<ObligationEnding, 'answered'>;
    }
  | { readonly kind: 'state'; readonly state: LifeState }
  | { readonly kind: 'changed'; readonly subject: Partial<SlaSubject> }
  /** A person accepted that the policies of this instant hold for what is running. */
  | { readonly kind: 'recomputed' }
  /** Another conversation was merged into this one; its facts up to here. */
  | { readonly kind: 'absorbed'; readonly facts: readonly SlaFact[] }
  /** These `asked` facts went to a conversation of their own. */
  | { readonly kind: 'split'; readonly asked: readonly string[] };

/** Decisions come last within an instant: they are about what was there (0032 says the same of events). */
const RANK: Readonly<Record<SlaHappening['kind'], number>> = {
  opened: 0,
  changed: 1,
  recomputed: 1,
  absorbed: 2,
  asked: 3,
  split: 4,
  answered: 5,
  withdrawn: 6,
  state: 7,
};

/** Returns facts in the order in which they happened, whatever order they came in, each once. */
export function inOrder(facts: readonly SlaFact[]): readonly SlaFact[] {
  const seen = new Set<string>();
  return facts
    .filter(({ id, kind }) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`))
    .toSorted(
      (a, b) =>
        a.atMs - b.atMs || RANK[a.kind] - RANK[b.kind] || (a.id < b.id ? -1 : Number(a.id > b.id)),
    );
}
