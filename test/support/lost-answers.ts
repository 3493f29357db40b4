import { expect, test } from 'vitest';
import type { Message } from '../../shared/domain/conversation/types.ts';
import type { ReadSource } from '../../shared/domain/source/plan.ts';
import type { OutboxItem } from '../../shared/domain/outbox/types.ts';
import type { Fault, FaultKind } from '../../electron/service/practice/index.ts';
import type { WritableStore } from '../../electron/service/ports/store.ts';
import { heads } from '../../electron/service/usecases/outbox-queue.ts';
import { EDITED, findings, type Wanted } from './delivery-oracle.ts';
import { outboxWorld, type Commented, type OutboxWorld } from './outbox-world.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

/** Together with the runs of `outbox-kill.test.ts`: five hundred. */
const RUNS = 416;
/** Each world is one workspace on which run follows run. */
const WORLDS = 6;
/** Test files among which the worlds are divided, so that they run side by side. */
const PARTS = 2;

/** Before the platform takes it, while it answers, and after it took it. */
const LOST: readonly [FaultKind, ...FaultKind[]] = [
  'drop',
  'accept_then_drop',
  'accept_then_error',
  'status500',
  'cut',
  'half_json',
];
/** Saved replies: the same words, again and again. */
const WORDS: readonly [string, ...string[]] = ['Grazie!', 'Ci scusiamo.', 'Le scriviamo.'];

/** A service that can die between any two of its commits. */
interface Mortal {
  /** How many commits it still lives; Infinity: for good. */
  commitsLeft: number;
}

class Died extends Error {}

const mortal =
  (life: Mortal) =>
  (store: WritableStore): WritableStore => ({
    ...store,
    append: (events) => {
      // Before or after the commit, as the seed will have it: both look the same to who dies.
      if (life.commitsLeft < 1) throw new Died();
      life.commitsLeft -= 1;
      const result = store.append(events);
      if (life.commitsLeft < 1) throw new Died();
      return result;
    },
  });

interface Run {
  readonly world: OutboxWorld;
  readonly life: Mortal;
  readonly random: SeededRandom;
}

function trouble({ world, random }: Run): void {
  const { control } = world.page;
  control.clearFaults();
  const kind = random.pick(LOST);
  const code = kind === 'accept_then_error' ? { code: 2 } : {};
  if (random.chance(0.55))
    control.addFault({ kind, method: random.pick(['POST', 'DELETE']), ...code });
  if (random.chance(0.1)) control.addFault({ kind: random.pick(['html', 'cut']), method: 'GET' });
}

const laggard = (random: SeededRandom): Fault => ({
  kind: 'lagging',
  count: 0,
  lagReads: random.below(4),
  lagMs: random.below(90_000),
});

/** A read may fail as the page likes; only the death of the service counts. */
function unlessDead(cause: unknown): void {
  if (cause instanceof Died) throw cause;
}

/** Moves what is in the outbox until nothing moves by itself; dies and begins anew on the way. */
async function toRest(run: Run, isLagging: boolean): Promise<void> {
  const { world, life, random } = run;
  for (;;) {
    const moving = heads(world.inbox().store.outboxOpen());
    const item = moving[random.below(moving.length)];
    if (item === undefined) return;
    trouble(run);
    if (isLagging) world.page.control.addFault(laggard(random));
    if (random.chance(0.15)) life.commitsLeft = random.below(4);
    try {
      const source = random.pick<ReadSource>(['posts', 'messenger']);
      if (random.chance(0.15)) await world.readSource(source).catch(unlessDead);
      await step(world, item);
    } catch (cause) {
      if (!(cause instanceof Died)) throw cause;
      life.commitsLeft = Infinity;
      await world.restart();
    }
    life.commitsLeft = Infinity;
  }
}

function step(world: OutboxWorld, item: OutboxItem): Promise<OutboxItem> {
  world.clock.setWall(Math.max(world.clock.now(), world.stored(item).notBeforeMs));
  return world.stored(item).state === 'unknown' ? world.look(item) : world.send(item);
}

/** Accepts a few things for one comment: words, the same words again, and what goes beside them. */
function accept({ world, random }: Run, to: Commented): readonly OutboxItem[] {
  const items: OutboxItem[] = [];
  const said = 1 + random.below(3);
  for (let count = 0; count < said; count += 1) items.push(world.say(to, random.pick(WORDS)));
  if (random.chance(0.4)) {
    items.push(world.say(to, random.pick(WORDS), { visibility: 'private' }));
  }
  if (random.chance(0.3)) items.push(world.act(to, 'like'));
  if (random.chance(0.3)) items.push(world.act(to, 'hide'));
  return items;
}

const isPublic = ({ visibility, presence, externalId }: Message): boolean =>
  visibility === 'public' && presence === 'visible' && externalId !== null;

/** What is done once that rests: the same words again, or something with those that stand there. */
function later({ world, random }: Run, to: Commented): readonly OutboxItem[] {
  const ours = world
    .messages(to.conversationId)
    .find((one) => one.authorKind === 'brand' && isPublic(one));
  if (ours === undefined) return [];
  if (random.chance(0.4)) return [world.say(to, ours.text)];
  const about = { ...to, messageId: ours.id };
  if (random.chance(0.3)) return [world.act(about, 'edit', { text: `${ours.text}${EDITED}` })];
  return random.chance(0.3) ? [world.act(about, 'delete')] : [];
}

const wantedOf = (world: OutboxWorld, item: OutboxItem): Wanted => {
  const { action, targetExternalId: target, text, state } = world.stored(item);
  return { action, target, text, state };
};

async function oneRun(run: Run, seed: number): Promise<readonly string[]> {
  const { world, random } = run;
  const isLagging = random.chance(0.25);
  const person = { id: `9${String(seed).padStart(6, '0')}`, name: `Cliente ${String(seed)}` };
  world.page.control.clearFaults();
  const to = await world.comment(`Domanda ${String(seed)}`, person);
  const items = [...accept(run, to)];
  if (random.chance(0.3)) {
    const privately = await world.write('Mi aiutate?', person);
    items.push(world.say(privately, random.pick(WORDS)));
  }
  await toRest(run, isLagging);
  items.push(...later(run, to));
  await toRest(run, isLagging);
  // The same words, asked for while they are on their way, are the same item.
  const once = new Map(items.map((item) => [item.id, item]));
  const wanted = [...once.values()].map((item) => wantedOf(world, item));
  const page = world.page.control.snapshot();
  return findings(page, wanted, { tellsAtOnce: !isLagging }).map(
    (finding) => `seed ${String(seed)}: ${finding}`,
  );
}

/** Defines the tests of one part: in each of its worlds, runs with lost answers and sudden deaths. */
export function playLostAnswers(part: 0 | 1): void {
  const worlds = Array.from({ length: WORLDS }, (_, world) => world);
  test.each(worlds.filter((world) => world % PARTS === part))(
    'whatever answers are lost, words are said at most once and the rest ends as wanted (%i)',
    playWorld,
    120_000,
  );
}

async function playWorld(first: number): Promise<void> {
  const life: Mortal = { commitsLeft: Infinity };
  const world = await outboxWorld({ around: { store: mortal(life) } });
  const wrong: string[] = [];
  for (let seed = first; seed < RUNS; seed += WORLDS) {
    wrong.push(...(await oneRun({ world, life, random: seededRandom(seed) }, seed)));
  }
  expect(wrong).toEqual([]);
  world.page.control.clearFaults();
  await world.sync();
  expect(world.inbox().store.rebuildCheck()).toEqual({ ok: true, findings: [] });
}
