import { inOrder, type LifeState, type SlaFact, type SlaSubject } from './facts.ts';

/** A conversation's life apart from who waits. */
export interface Life {
  /** When it was opened, or the oldest that was merged into it. */
  readonly openedAtMs: number;
  readonly id: string;
  /** From when on its policy is chosen anew, and for what conversation; the first holds before it too. */
  readonly turns: readonly { readonly atMs: number; readonly subject: SlaSubject }[];
  readonly states: readonly { readonly atMs: number; readonly state: LifeState }[];
  /** Messages of ours. */
  readonly answers: readonly { readonly id: string; readonly atMs: number }[];
}

/** Returns the life that facts tell; null without an opening. */
export function lifeOf(facts: readonly SlaFact[]): Life | null {
  const sorted = inOrder(facts);
  const opened = sorted.find((fact) => fact.kind === 'opened');
  if (opened === undefined) return null;
  let { subject } = opened;
  let openedAtMs = opened.atMs;
  const turns = [{ atMs: opened.atMs, subject }];
  const states: { atMs: number; state: LifeState }[] = [{ atMs: opened.atMs, state: 'open' }];
  const answers: { id: string; atMs: number }[] = [];
  for (const fact of sorted) {
    if (fact.kind === 'answered') answers.push({ id: fact.id, atMs: fact.atMs });
    else if (fact.kind === 'state') states.push({ atMs: fact.atMs, state: fact.state });
    else if (fact.kind === 'recomputed') turns.push({ atMs: fact.atMs, subject });
    else if (fact.kind === 'changed') {
      subject = { ...subject, ...fact.subject };
      turns.push({ atMs: fact.atMs, subject });
    } else if (fact.kind === 'absorbed') {
      openedAtMs = Math.min(openedAtMs, lifeOf(fact.facts)?.openedAtMs ?? openedAtMs);
    }
  }
  return { openedAtMs, id: opened.id, turns, states, answers };
}

/** Says whether nothing is to be done any more. */
export const isOver = (state: LifeState): boolean =>
  state === 'solved' || state === 'merged' || state === 'removed';

/** Returns when a conversation was first over, and since when and how it is; null: it was not, it is not. */
export function overAt({ states }: Life): {
  readonly firstMs: number | null;
  readonly sinceMs: number | null;
  readonly state: LifeState;
} {
  let firstMs: number | null = null;
  let sinceMs: number | null = null;
  let last: LifeState = 'open';
  for (const { atMs, state } of states) {
    if (!isOver(state) || sinceMs === null) last = state;
    sinceMs = isOver(state) ? (sinceMs ?? atMs) : null;
    firstMs ??= sinceMs;
  }
  return { firstMs, sinceMs, state: last };
}
