import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  startPracticePage,
  type PracticePage,
  type Snapshot,
} from '../../electron/service/practice/index.ts';
import { bundleProgram, type BundledProgram } from '../support/bundle.ts';
import { fastClock } from '../support/fast-clock.ts';
import { findings, type Wanted } from '../support/delivery-oracle.ts';
import {
  STAGES,
  troubleFor,
  type KillPlan,
  type Stage,
  type Wish,
} from '../support/outbox-kill-plan.ts';
import { seededRandom } from '../support/seeded-random.ts';

/** Together with the runs of `outbox-lost-*.test.ts`: five hundred. */
const RUNS = 84;
/** Workspaces side by side, each with a page of its own. */
const LANES = 4;
/** The five minutes of looking for a lost reply take this much less. */
const FACTOR = 2000;
const source = fileURLToPath(new URL('../support/outbox-child.ts', import.meta.url));

let root = '';
let child: BundledProgram;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'riscontro-kill-'));
  child = await bundleProgram(source);
});
afterAll(() => {
  for (const folder of [root, child.folder]) rmSync(folder, { recursive: true, force: true });
});

interface Standing {
  readonly items: readonly Wanted[];
  /** Platform ids of everything that is shown. */
  readonly messages: readonly string[];
}

interface Ran {
  readonly killed: boolean;
  readonly code: number | null;
  /** What was acknowledged. */
  readonly accepted: readonly Wish[];
  readonly bugs: readonly object[];
  readonly stands: Standing | null;
}

function runChild(plan: KillPlan): Promise<Ran> {
  const running = spawn(process.execPath, [child.file, JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'compiled') },
  });
  let said = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('close', (code, signal) => {
      const lines = said
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, never>);
      resolve({
        killed: signal === 'SIGKILL',
        code,
        accepted: lines.flatMap((line) => line['accepted'] ?? []),
        bugs: lines.filter((line) => 'bug' in line),
        stands: lines.find((line) => 'stands' in line)?.['stands'] ?? null,
      });
    });
  });
}

function setTrouble(page: PracticePage, seed: number, stage: Stage): void {
  page.control.clearFaults();
  const random = seededRandom(seed * 31 + 7);
  const kind = troubleFor(stage, random);
  if (kind === undefined) return;
  page.control.addFault({ kind, method: 'POST', delayMs: random.below(60) });
}

/** A customer asks, somebody answers on the page itself; what is wished is about the two. */
function wishesFor(page: PracticePage, post: string, seed: number): readonly Wish[] {
  const random = seededRandom(seed * 17 + 3);
  const target = page.control.writeComment({ parent: post, text: `Domanda ${String(seed)}` });
  const own = page.control.ownReply({ parent: target, text: 'Un momento.' });
  const text = random.chance(0.5) ? 'Grazie!' : `Risposta ${String(seed)}`;
  const wishes: Wish[] = [{ action: 'reply', target, text }];
  if (random.chance(0.3)) wishes.push({ action: 'private_reply', target, text });
  if (random.chance(0.25)) wishes.push({ action: 'like', target, text: '' });
  if (random.chance(0.25)) wishes.push({ action: 'hide', target, text: '' });
  const withOwn = random.below(5);
  if (withOwn === 0) wishes.push({ action: 'edit', target: own, text: 'Eccoci.' });
  if (withOwn === 1) wishes.push({ action: 'delete', target: own, text: '' });
  return random.chance(0.5) ? wishes : wishes.toReversed();
}

interface LaneEnd {
  readonly accepted: readonly Wish[];
  readonly bugs: readonly object[];
  readonly badExits: readonly Ran[];
  readonly reached: readonly Stage[];
  readonly stands: Standing | null;
  readonly page: Snapshot;
}

/** Runs the seeds of one lane one after the other on one workspace: each start meets the last death. */
async function runLane(lane: number): Promise<LaneEnd> {
  const epochMs = Date.now();
  const clock = fastClock(epochMs, FACTOR);
  const page = await startPracticePage({
    port: 0,
    world: { kind: 'empty' },
    clock,
    journalFile: null,
  });
  const post = page.control.writePost({ kind: 'own', text: 'Nuovi orari' });
  const common = {
    profileDir: join(root, `lane-${String(lane)}`),
    page: { url: page.url, pageId: page.pageId, token: page.token },
    epochMs,
    factor: FACTOR,
  };
  const ran: { readonly run: Ran; readonly stage: Stage | null }[] = [];
  try {
    for (let seed = lane; seed < RUNS; seed += LANES) {
      const random = seededRandom(seed);
      const stage = STAGES[Math.floor(seed / LANES) % STAGES.length] ?? 'after_sending';
      const wishes = wishesFor(page, post, seed);
      setTrouble(page, seed, stage);
      const killAfterMs = random.below(stage === 'any_instant' ? 120 : 25);
      const plan = { ...common, wishes, killAt: stage, killAfterMs, sync: random.chance(0.1) };
      ran.push({ run: await runChild(plan), stage });
    }
    page.control.clearFaults();
    const rest = { ...common, wishes: [], killAt: null, killAfterMs: 0, sync: false };
    const last = await runChild(rest);
    ran.push({ run: last, stage: null });
    return {
      accepted: ran.flatMap(({ run }) => run.accepted),
      bugs: ran.flatMap(({ run }) => run.bugs),
      badExits: ran.flatMap(({ run }) => (run.killed || run.code === 0 ? [] : [run])),
      reached: ran.flatMap(({ run, stage }) => (run.killed && stage !== null ? [stage] : [])),
      stands: last.stands,
      page: page.control.snapshot(),
    };
  } finally {
    await page.close();
  }
}

const isSame = (a: Wish, b: Wanted): boolean =>
  a.action === b.action && a.target === b.target && a.text === b.text;

test('killed at any stage, words are said at most once, nothing is lost, the rest ends as wanted', async () => {
  const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(lane)));
  for (const lane of lanes) {
    expect(lane.badExits).toEqual([]);
    expect(lane.bugs).toEqual([]);
    const { items = [], messages = [] } = lane.stands ?? {};
    const lost = lane.accepted.filter((wish) => !items.some((item) => isSame(wish, item)));
    expect(lost, 'accepted and forgotten').toEqual([]);
    expect(findings(lane.page, items, { tellsAtOnce: true })).toEqual([]);
    const own = lane.page.comments.filter((one) => one.byPage && one.text !== 'Un momento.');
    const doubled = own.filter((one) => messages.filter((id) => id === one.id).length !== 1);
    expect(doubled, 'shown twice in its conversation, or not at all').toEqual([]);
  }
  const reached = new Set(lanes.flatMap((lane) => lane.reached));
  const perhaps: ReadonlySet<Stage> = new Set<Stage>(['post_under_way', 'any_instant']);
  expect(STAGES.filter((stage) => !reached.has(stage) && !perhaps.has(stage))).toEqual([]);
}, 300_000);
