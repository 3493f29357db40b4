import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { appFolder, prepareStage, type Stage } from '../../build/scripts/runtime/prepare.ts';
import { median, progress, round, type Part, type Scale } from './figures.ts';
import { withFilledWorkspace } from './filled-workspace.ts';

const MOST_RATIO = 2;
const EMPTY_WINDOW = join(import.meta.dirname, 'empty-window');
const USABLE_WITHIN_MS = 60_000;
const ENDS_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** One of the two applications, and the folder that it keeps its things in. */
interface Subject {
  readonly appDir: string;
  readonly profileDir: string;
}

/** The instant of the newest `page.usable` in the log, UTC milliseconds; 0 when there is none. */
async function lastUsableAtMs(profileDir: string): Promise<number> {
  const text = await readFile(join(profileDir, 'logs', 'shell.log'), 'utf8').catch(() => '');
  const line = text.split('\n').findLast((candidate) => candidate.includes('"page.usable"'));
  return line === undefined ? 0 : Date.parse(JSON.parse(line).at);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const force = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
  child.kill('SIGTERM');
  await once(child, 'exit');
  clearTimeout(force);
}

/**
 * Opens an application and ends it again; returns the milliseconds from before its process is made
 * until its page says that it is usable. The application writes that instant into its log, so that
 * it does not matter when we look there.
 */
async function launchMs(stage: Stage, { appDir, profileDir }: Subject): Promise<number> {
  const args = stage.args.map((word) => (word === appFolder ? appDir : word));
  const startedAtMs = Date.now();
  const child = spawn(stage.runtime.executable, [...args, `--profile=${profileDir}`], {
    stdio: 'ignore',
    env: { ...process.env, ...stage.env },
  });
  try {
    while (Date.now() < startedAtMs + USABLE_WITHIN_MS) {
      const usableAtMs = await lastUsableAtMs(profileDir);
      if (usableAtMs >= startedAtMs) return usableAtMs - startedAtMs;
      if (child.exitCode !== null) break;
      await pause(LOOK_EVERY_MS);
    }
    throw new Error(`${appDir} does not become usable (see ${profileDir}).`);
  } finally {
    await end(child);
  }
}

/** Opens both in turn, so that what else the machine does meets both. The first pair warms up. */
async function launchTimes(stage: Stage, app: Subject, launches: number): Promise<Times> {
  const emptyDir = await mkdtemp(join(tmpdir(), 'riscontro-bench-'));
  const empty: Subject = { appDir: EMPTY_WINDOW, profileDir: emptyDir };
  const times: Times = { usable: [], empty: [] };
  try {
    for (let run = 0; run <= launches; run += 1) {
      const emptyMs = await launchMs(stage, empty);
      const usableMs = await launchMs(stage, app);
      progress(`launch ${run} of ${launches}: empty ${emptyMs} ms, usable inbox ${usableMs} ms`);
      if (run === 0) continue;
      times.empty.push(emptyMs);
      times.usable.push(usableMs);
    }
  } finally {
    await rm(emptyDir, { recursive: true, force: true });
  }
  return times;
}

interface Times {
  readonly usable: number[];
  readonly empty: number[];
}

/**
 * How long it takes from the launch of the process to a usable inbox on a full store, and to an
 * empty window of the same Electron, in milliseconds.
 */
export async function benchLaunch({ stored, launches }: Scale): Promise<Part> {
  const stage = await prepareStage();
  try {
    return await withFilledWorkspace(stored, async (profileDir) => {
      const app: Subject = { appDir: appFolder, profileDir };
      const { usable, empty } = await launchTimes(stage, app, launches);
      const ratio = median(usable) / median(empty);
      return {
        conversations: stored,
        electron: `${stage.runtime.version} (${stage.runtime.kind})`,
        usableMs: median(usable),
        emptyWindowMs: median(empty),
        ratio: round(ratio, 2),
        runs: { usableMs: usable, emptyWindowMs: empty },
        target: `ratio <= ${MOST_RATIO}`,
        holds: ratio <= MOST_RATIO,
      };
    });
  } finally {
    stage.close();
  }
}
