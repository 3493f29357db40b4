import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleProgram, type BundledProgram } from '../support/bundle.ts';
import { MAIL_STAGES, type MailKillPlan, type MailStage } from '../support/mail-kill-plan.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { selfSigned } from '../support/self-signed.ts';
import { startSmtpPeer, type PeerDeed, type PeerStep } from '../support/smtp-peer.ts';

const RUNS = 32;
/** A run that does not come to rest is ended, and fails the test. */
const LONGEST_RUN_MS = 30_000;
/** Workspaces side by side: one whose server files what it sends, one whose does not. */
const LANES = 2;
/** The five minutes of looking for a lost reply take this much less. */
const FACTOR = 2000;
const source = fileURLToPath(new URL('../support/mail-child.ts', import.meta.url));

let root = '';
let child: BundledProgram;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'riscontro-mail-kill-'));
  child = await bundleProgram(source);
}, 120_000);
afterAll(() => {
  for (const folder of [root, child.folder]) rmSync(folder, { recursive: true, force: true });
});

interface Standing {
  readonly messageId: string;
  readonly state: string;
  readonly reason: string | null;
  readonly shown: number;
}

interface Ran {
  readonly killed: boolean;
  readonly code: number | null;
  readonly accepted: readonly string[];
  readonly bugs: readonly object[];
  readonly stands: readonly Standing[];
}

function runChild(plan: MailKillPlan): Promise<Ran> {
  const running = spawn(process.execPath, [child.file, JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'compiled') },
    timeout: LONGEST_RUN_MS,
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
        stands: lines.flatMap((line) => line['stands'] ?? []),
      });
    });
  });
}

const TROUBLES: readonly (readonly [PeerStep, PeerDeed] | null)[] = [
  null,
  ['RCPT', '450 4.2.1 greylisted'],
  ['DOT', 'take_and_drop'],
  ['DOT', 'drop'],
  ['CONTENT', 'drop'],
  ['MAIL', 'drop'],
];
const DOUBT: typeof TROUBLES = [
  ['DOT', 'take_and_drop'],
  ['DOT', 'drop'],
];

const linesOf = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];

const count = (list: readonly string[], id: string): number =>
  list.filter((one) => one === id).length;

/** Runs the seeds of one lane one after the other on one workspace: each start meets the last death. */
async function runLane(lane: number, certificate: ReturnType<typeof selfSigned>) {
  const file = (name: string): string => join(root, `${name}-${String(lane)}`);
  let trouble: (typeof TROUBLES)[number] = null;
  let told = 0;
  const deed = (step: PeerStep): PeerDeed | null => {
    if (trouble?.[0] !== step) return null;
    const [, said] = trouble;
    // Once: what is put off leaves with the next attempt.
    trouble = null;
    return said;
  };
  const peer = await startSmtpPeer({ security: 'none', certificate, deed });
  // On the disk before the server answers: what was delivered is there whatever dies next.
  const note = (): void => {
    for (const mail of peer.delivered.slice(told)) {
      appendFileSync(file('delivered'), `${/^message-id: <([^>]+)>/im.exec(mail)?.[1] ?? ''}\n`);
      told += 1;
    }
  };
  const noting = setInterval(note, 2);
  const common = {
    profileDir: file('lane'),
    server: peer.server,
    filesSent: lane === 0,
    deliveredFile: file('delivered'),
    filedFile: file('filed'),
    epochMs: Date.now(),
    factor: FACTOR,
    step: LANES,
  };
  const ran: Ran[] = [];
  const reached = new Set<MailStage>();
  try {
    for (let seed = lane; seed < RUNS; seed += LANES) {
      const random = seededRandom(seed * 7 + 1);
      const killAt = MAIL_STAGES[Math.floor(seed / LANES) % MAIL_STAGES.length] ?? 'any_instant';
      const choice = /unknown|reconciling/.test(killAt) ? DOUBT : TROUBLES;
      trouble = choice[random.below(choice.length)] ?? null;
      const killAfterMs = random.below(killAt === 'any_instant' ? 80 : 12);
      const run = await runChild({ ...common, seed, ask: true, killAt, killAfterMs });
      if (run.killed) reached.add(killAt);
      ran.push(run);
    }
    trouble = null;
    const last = await runChild({
      ...common,
      seed: RUNS + lane,
      ask: false,
      killAt: null,
      killAfterMs: 0,
    });
    ran.push(last);
    note();
    return {
      ran,
      reached,
      last,
      delivered: linesOf(file('delivered')),
      filed: linesOf(file('filed')),
    };
  } finally {
    clearInterval(noting);
    await peer.close();
  }
}

test('killed at any stage, a mail arrives at most once, nothing is lost, and Sent has it once', async () => {
  const certificate = selfSigned('IP:127.0.0.1');
  const lanes = await Promise.all(
    Array.from({ length: LANES }, (_, lane) => runLane(lane, certificate)),
  );
  for (const [lane, { ran, last, delivered, filed }] of lanes.entries()) {
    expect(ran.flatMap(({ bugs }) => bugs)).toEqual([]);
    expect(ran.filter(({ killed, code }) => !killed && code !== 0)).toEqual([]);
    const known = new Set(last.stands.map(({ messageId }) => messageId));
    const lost = ran.flatMap(({ accepted }) => accepted).filter((id) => !known.has(id));
    expect(lost, 'accepted and forgotten').toEqual([]);
    const wrong = last.stands.filter(({ messageId, state, reason, shown }) => {
      const arrived = count(delivered, messageId);
      if (state === 'sent') {
        return arrived !== 1 || shown !== 1 || count(filed, messageId) !== (lane === 0 ? 0 : 1);
      }
      return !(state === 'needs_human' || state === 'rejected') || reason === null || arrived > 1;
    });
    expect(wrong).toEqual([]);
    expect(new Set(delivered).size).toBe(delivered.length);
  }
  const reached = new Set(lanes.flatMap((lane) => [...lane.reached]));
  const perhaps: ReadonlySet<MailStage> = new Set<MailStage>(['under_way', 'any_instant']);
  expect(MAIL_STAGES.filter((stage) => !reached.has(stage) && !perhaps.has(stage))).toEqual([]);
}, 240_000);
