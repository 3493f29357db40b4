import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Pages to serve, all alike; their clock runs `factor` times as fast from `epochMs` on. */
export interface PagesWanted {
  readonly pages: number;
  readonly posts: number;
  readonly comments: number;
  readonly epochMs: number;
  readonly factor: number;
  /** How often somebody comments on each page, on its clock; null: nobody does. */
  readonly commentEveryMs: number | null;
}

export interface ServedPage {
  readonly url: string;
  readonly pageId: string;
  readonly token: string;
  readonly comments: number;
}

/** A service that reads these pages for the first time, and then on for `steadyMs` of its clock. */
export interface ServiceWanted {
  readonly pages: readonly ServedPage[];
  readonly epochMs: number;
  readonly factor: number;
  readonly steadyMs: number;
  /** Where the requests of the first read are written. */
  readonly requestsFile: string;
}

export interface ServiceMeasured {
  readonly firstReadMs: number;
  readonly firstReadCpuMs: number;
  readonly steadyCpuMs: number;
  readonly steadyRequests: number;
  /** The most memory that the process ever had, MiB. */
  readonly peakMib: number;
}

export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly body: string | null;
}

export interface Downloaded {
  readonly elapsedMs: number;
  readonly cpuMs: number;
  readonly bytes: number;
}

/** An inbox on a server that is there for the benchmark alone. */
export interface ServedMailbox {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly mails: number;
}

export interface MailSynced {
  readonly elapsedMs: number;
  /** Of all its threads. */
  readonly cpuMs: number;
  /** The most memory that the process ever had, MiB. */
  readonly peakMib: number;
}

const MOST_OUTPUT = 64 * 2 ** 20;

export const child = (name: string): string => join(import.meta.dirname, 'children', `${name}.ts`);

/** Runs a program of `children/` to its end and returns what it printed. Throws when it fails. */
export const runChild = <T>(name: string, ...words: readonly string[]): T =>
  runProgram(child(name), ...words);

/** The same for any program. */
export function runProgram<T>(file: string, ...words: readonly string[]): T {
  const run = spawnSync(process.execPath, [file, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: MOST_OUTPUT,
  });
  if (run.status !== 0)
    throw new Error(`${basename(file)} ended with ${String(run.status ?? run.signal)}`);
  return JSON.parse(run.stdout) as T;
}

/** Lends pages served by a process of their own. */
export async function withPages<T>(
  wanted: PagesWanted,
  work: (pages: readonly ServedPage[]) => T | Promise<T>,
): Promise<T> {
  const server = spawn(process.execPath, [child('pages'), JSON.stringify(wanted)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  try {
    const lines = createInterface({ input: server.stdout });
    const [line] = (await Promise.race([once(lines, 'line'), ended.then(() => [])])) as string[];
    if (line === undefined) throw new Error('The pages did not start.');
    return await work(JSON.parse(line) as readonly ServedPage[]);
  } finally {
    server.stdin.end();
    await ended;
  }
}
