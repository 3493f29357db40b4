import type { DomainEvent } from '../../../shared/domain/event.ts';
import { equalsThePage, findsWhatMoved, standsAsRead, type Sides } from './compare.ts';
import { doDeed } from './deeds.ts';
import { Ledger, type Stretch } from './ledger.ts';
import { FEED_SOURCES, type Deed, type Step } from './steps.ts';
import { Untrue, Watch } from './watch.ts';
import { openWorld, START_MS, type Listener, type ModelWorld } from './world.ts';

type Read = Extract<Step, { kind: 'read' }>;

/** What a play came to. */
export interface Outcome {
  readonly entries: number;
  readonly reads: number;
  readonly requests: number;
}

/** What a fault has left behind may cost a read; then everything must have been read. */
const LAST_READS = 2;

const LAST_READ: Read = {
  kind: 'read',
  depth: 'complete',
  sources: FEED_SOURCES,
  waitMs: 1_000,
  faults: [],
  meanwhile: [],
};

/** Plays a history against the real service; throws `Untrue` where something does not hold. */
export async function play(
  seed: number,
  steps: readonly Step[],
  onStep = (_at: number): void => undefined,
): Promise<Outcome> {
  let player: Player | null = null;
  const world = await openWorld(seed, {
    facts: (events) => player?.facts(events),
    between: () => player?.between(),
  });
  try {
    player = new Player(world);
    for (const [at, step] of steps.entries()) {
      onStep(at);
      await player.step(step);
    }
    onStep(steps.length);
    return await player.end();
  } finally {
    await world.close();
  }
}

class Player implements Listener {
  readonly #world: ModelWorld;
  readonly #ledger: Ledger;
  readonly #watch: Watch;
  /** Deeds to be done between two steps of the read under way. */
  #waiting: Deed[] = [];
  #readSinceMs = 0;
  /** Every mark that a read may have seen: a post with another one has moved for all of them. */
  readonly #marks = new Set<string>();
  /** Since when a complete read is under way: a first one, or one that broke off, is gone on with. */
  #wholeSinceMs: number | null = START_MS;
  /** Nothing was read to its end yet: all parts of it belong to one first read. */
  #isFirst = true;
  #reads = 0;

  constructor(world: ModelWorld) {
    this.#world = world;
    const { pageId, name, control } = world.page;
    this.#ledger = new Ledger({ id: pageId, name });
    this.#watch = new Watch(this.#ledger);
    for (const { id, createdAtMs, text } of control.snapshot().posts) {
      const post = { id, kind: 'own', author: this.#ledger.page, postId: id } as const;
      this.#ledger.add({ ...post, parentId: null, photo: false }, createdAtMs, text);
    }
  }

  facts(events: readonly DomainEvent[]): void {
    const nowMs = this.#world.clock.now();
    for (const event of events) this.#watch.take(event, [this.#readSinceMs, nowMs]);
  }

  between(): void {
    const deed = this.#waiting.shift();
    if (deed === undefined) return;
    this.#do({ ...deed, waitMs: deed.waitMs % 3_000 });
    this.#noteMarks();
  }

  async step(step: Step): Promise<void> {
    switch (step.kind) {
      case 'deed':
        return this.#do(step.deed);
      case 'read':
        return this.#read(step);
      case 'look':
        return this.#look(step);
      case 'away':
        if (step.restart) await this.#world.stop();
        for (const deed of step.meanwhile) this.#do(deed);
        if (step.restart) await this.#world.start();
        return undefined;
    }
  }

  /** Reads everything: once to end what was broken off, once more to look at all anew. */
  async end(): Promise<Outcome> {
    await this.#readWhole();
    equalsThePage(this.#sides, await this.#readWhole());
    const { requests } = this.#world.page.stats;
    return { entries: this.#ledger.entries.length, reads: this.#reads, requests };
  }

  async #readWhole(): Promise<Stretch> {
    for (let left = LAST_READS; left > 0; left -= 1) {
      const during = await this.#readOnce(LAST_READ);
      if (during !== null) return during;
    }
    throw new Untrue('A read without faults is complete');
  }

  async #read(step: Read): Promise<void> {
    const moved = step.depth === 'deep_index' && step.meanwhile.length === 0 ? this.#moved() : null;
    const during = await this.#readOnce(step);
    if (during === null) return;
    if (step.depth === 'complete') standsAsRead(this.#sides, during);
    if (moved !== null) findsWhatMoved(this.#sides, during, moved);
  }

  #moved(): ReadonlySet<string> {
    const now = [...this.#ledger.marks()];
    return new Set(now.filter(([id, mark]) => !this.#marks.has(`${id}/${mark}`)).map(([id]) => id));
  }

  #noteMarks(): void {
    for (const [id, mark] of this.#ledger.marks()) this.#marks.add(`${id}/${mark}`);
  }

  /** Returns from when to when a read went that was complete, or null. */
  async #readOnce({ depth, sources, waitMs, faults, meanwhile }: Read): Promise<Stretch | null> {
    const { clock, page, read } = this.#world;
    this.#pass(waitMs);
    for (const fault of faults) page.control.addFault(fault);
    this.#waiting = [...meanwhile];
    this.#readSinceMs = clock.now();
    this.#reads += 1;
    this.#noteMarks();
    const outcome = await read(depth, sources);
    const during = [this.#readSinceMs, clock.now()] as const;
    page.control.clearFaults();
    // What the read did not wait for happens after it.
    for (const deed of this.#waiting.splice(0)) this.#do(deed);
    if (depth !== 'complete') return outcome === 'complete' ? during : null;
    const sinceMs = this.#wholeSinceMs ?? during[0];
    const goesOn = outcome === 'failed' || (outcome === 'in_parts' && this.#isFirst);
    this.#isFirst &&= outcome !== 'complete';
    this.#wholeSinceMs = goesOn ? sinceMs : null;
    return outcome === 'complete' ? [sinceMs, during[1]] : null;
  }

  async #look({ waitMs, die }: Extract<Step, { kind: 'look' }>): Promise<void> {
    this.#pass(waitMs);
    const ids = [...this.#watch.threads().keys()];
    const id = ids[Math.floor(die * ids.length)];
    this.#readSinceMs = this.#world.clock.now();
    if (id !== undefined) await this.#world.look(id);
  }

  #do(deed: Deed): void {
    const { clock, page } = this.#world;
    this.#pass(deed.waitMs);
    doDeed({ ledger: this.#ledger, control: page.control, nowMs: clock.now() }, deed);
  }

  /** Time goes on, and never stands on a whole second: the platform's facts do, ours do not. */
  #pass(ms: number): void {
    const { clock } = this.#world;
    clock.advance(Math.max(1, ms));
    if (clock.now() % 1_000 === 0) clock.advance(1);
  }

  get #sides(): Sides {
    return { world: this.#world, ledger: this.#ledger, watch: this.#watch };
  }
}
