import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPracticePage, type PracticePage } from '../../electron/service/practice/index.ts';
import { bundleProgram, type BundledProgram } from '../support/bundle.ts';
import { fastClock } from '../support/fast-clock.ts';
import { STAGES, troubleFor, type KillPlan, type Stage } from '../support/outbox-kill-plan.ts';
import { seededRandom } from '../support/seeded-random.ts';

const RUNS = 200;
/** Workspaces side by side, each with a page of its own. */
const LANES = 4;
/** The five minutes of looking for a lost reply take this much less. */
const FACTOR = 2000;
const source = fileURLToPath(new URL('../support/outbox-child.ts', import.meta.url));
const world = fileURLToPath(
  new URL('../support/fixtures/facebook/restfb/v2_1__feed-got.json', import.meta.url),
);

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
  readonly replies: readonly { readonly text: string; readonly state: string }[];
  readonly messages: readonly { readonly text: string; readonly externalId: string }[];
}

interface Ran {
  readonly killed: boolean;
  readonly code: number | null;
  /** Texts whose queueing was acknowledged. */
  readonly accepted: readonly string[];
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
        accepted: lines.flatMap((line) => ('accepted' in line ? [String(line['accepted'])] : [])),
        bugs: lines.filter((line) => 'bug' in line),
        stands: lines.find((line) => 'stands' in line)?.['stands'] ?? null,
      });
    });
  });
}

async function setTrouble(page: PracticePage, seed: number, stage: Stage): Promise<void> {
  const url = new URL('/__practice/faults', page.url);
  await fetch(url, { method: 'DELETE' });
  const random = seededRandom(seed * 31 + 7);
  const kind = troubleFor(stage, random);
  if (kind === undefined) return;
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ kind, method: 'POST', delayMs: random.below(60) }]),
  });
}

/** How often each text stands at the page, deleted or not. */
async function deliveries(page: PracticePage): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(new URL('/__practice/state', page.url));
  const { commentsByParent } = (await answer.json()) as {
    readonly commentsByParent: Record<string, readonly { byPage: boolean; message: string }[]>;
  };
  const counts = new Map<string, number>();
  for (const { byPage, message } of Object.values(commentsByParent).flat()) {
    if (byPage) counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return counts;
}

interface LaneEnd {
  readonly accepted: readonly string[];
  readonly bugs: readonly object[];
  readonly badExits: readonly Ran[];
  readonly reached: readonly Stage[];
  readonly stands: Standing | null;
  readonly delivered: ReadonlyMap<string, number>;
}

/** Runs the seeds of one lane one after the other on one workspace: each start meets the last death. */
async function runLane(lane: number): Promise<LaneEnd> {
  const epochMs = Date.now();
  const clock = fastClock(epochMs, FACTOR);
  const page = await startPracticePage({
    port: 0,
    world: { kind: 'recorded', file: world },
    clock,
    journalFile: null,
  });
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
      await setTrouble(page, seed, stage);
      const run = await runChild({
        ...common,
        text: `Risposta ${String(seed)}`,
        conversation: random.below(25),
        killAt: stage,
        killAfterMs: random.below(25),
        sync: random.chance(0.1),
      });
      ran.push({ run, stage });
    }
    await fetch(new URL('/__practice/faults', page.url), { method: 'DELETE' });
    const rest = {
      ...common,
      text: null,
      conversation: 0,
      killAt: null,
      killAfterMs: 0,
      sync: false,
    };
    const last = await runChild(rest);
    ran.push({ run: last, stage: null });
    return {
      accepted: ran.flatMap(({ run }) => run.accepted),
      bugs: ran.flatMap(({ run }) => run.bugs),
      badExits: ran.flatMap(({ run }) => (run.killed || run.code === 0 ? [] : [run])),
      reached: ran.flatMap(({ run, stage }) => (run.killed && stage !== null ? [stage] : [])),
      stands: last.stands,
      delivered: await deliveries(page),
    };
  } finally {
    await page.close();
  }
}

test('killed at any stage, a reply is delivered at most once and never lost', async () => {
  const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(lane)));
  for (const lane of lanes) {
    expect(lane.badExits).toEqual([]);
    expect(lane.bugs).toEqual([]);
    const replies = new Map(lane.stands?.replies.map((reply) => [reply.text, reply.state]));
    const shown = lane.stands?.messages ?? [];

    const twice = [...lane.delivered].filter(([, count]) => count > 1);
    expect(twice, 'delivered twice').toEqual([]);
    const lost = lane.accepted.filter((text) => !replies.has(text));
    expect(lost, 'accepted and forgotten').toEqual([]);
    const unwanted = [...lane.delivered.keys()].filter((text) => !replies.has(text));
    expect(unwanted, 'delivered without being in the outbox').toEqual([]);
    const wrong = [...replies].filter(
      ([text, state]) =>
        !(state === 'sent' && lane.delivered.get(text) === 1) &&
        !(state === 'needs_human' && !lane.delivered.has(text)),
    );
    expect(wrong, 'says sent and is not there, or asks although it is there').toEqual([]);
    const doubled = [...lane.delivered.keys()].filter(
      (text) => shown.filter((message) => message.text === text).length !== 1,
    );
    expect(doubled, 'shown twice in its conversation, or not at all').toEqual([]);
  }
  const reached = new Set(lanes.flatMap((lane) => lane.reached));
  expect(STAGES.filter((stage) => !reached.has(stage) && stage !== 'post_under_way')).toEqual([]);
}, 300_000);
