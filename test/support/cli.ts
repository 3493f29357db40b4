import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const entry = fileURLToPath(new URL('../../electron/service/cli/index.ts', import.meta.url));

/** How a command ended. `json` is what stood on stdout, null when that was nothing. */
export interface CommandEnd {
  readonly code: number | null;
  readonly json: unknown;
  readonly stderr: string;
}

/** Runs one command of the command line in a process of its own. */
export async function riscontro(...words: readonly string[]): Promise<CommandEnd> {
  const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, json: stdout === '' ? null : (JSON.parse(stdout) as unknown), stderr };
}

/** The page that `practice serve` announced. */
export interface ServedPage {
  readonly url: string;
  readonly pageId: string;
  readonly token: string;
}

/** Starts `practice serve` and resolves with its first line; stopped when the test ends. */
export async function servePractice(...words: readonly string[]): Promise<ServedPage> {
  const child = spawn(process.execPath, [entry, 'practice', 'serve', '--port', '0', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => stop(child));
  let stdout = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout as AsyncIterable<string>) {
    stdout += text;
    if (stdout.includes('\n')) break;
  }
  return JSON.parse(stdout) as ServedPage;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Everything that stands at a practice page, for oracles. */
export interface PageComments {
  readonly counts: { readonly posts: number; readonly comments: number };
  readonly commentsByParent: Readonly<
    Record<
      string,
      readonly { readonly id: string; readonly message: string; readonly byPage: boolean }[]
    >
  >;
}

/** Asks a practice page what stands there. */
export async function commentsAt(url: string): Promise<PageComments> {
  const answer = await fetch(new URL('/__practice/state', url));
  return (await answer.json()) as PageComments;
}
