import type { ReadStep } from '../ports/connector.ts';

/** So many messages make one commit of a first read: a step of each post would cost a commit each. */
const ENOUGH_MESSAGES = 500;

/**
 * Gathers the steps of a first read, so that a long past is written in few transactions: commits, and
 * the full-text index with each, cost more than all that is in them. A read that breaks loses nothing
 * that was taken out; what was not is read again, since its marks are not kept either.
 */
export class StepBuffer {
  readonly #steps: ReadStep[] = [];
  readonly #enough: number;
  #messages = 0;

  /** `gathers`: false hands every step on at once. */
  constructor(gathers: boolean) {
    this.#enough = gathers ? ENOUGH_MESSAGES : 0;
  }

  /** Adds a step; returns everything gathered once it is enough, else null. */
  add(step: ReadStep): ReadStep | null {
    this.#steps.push(step);
    this.#messages += step.messages.length;
    return this.#messages >= this.#enough ? this.take() : null;
  }

  /** Returns everything gathered, as one step, and forgets it; null when there is nothing. */
  take(): ReadStep | null {
    const steps = this.#steps.splice(0);
    this.#messages = 0;
    const [only] = steps;
    if (only === undefined || steps.length === 1) return only ?? null;
    return {
      contexts: steps.flatMap(({ contexts }) => contexts),
      messages: steps.flatMap(({ messages }) => messages),
      setAside: steps.flatMap(({ setAside }) => setAside),
      complete: steps.flatMap(({ complete }) => complete),
      gone: steps.flatMap(({ gone }) => gone),
      posts: new Map(steps.flatMap(({ posts }) => [...posts])),
      usagePercent: steps.at(-1)?.usagePercent ?? null,
      failures: steps.flatMap(({ failures }) => failures),
    };
  }
}
