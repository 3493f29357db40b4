#!/usr/bin/env node
/**
 * The one entry of every npm script, and the `riscontro` command. Plain JavaScript, because it runs
 * on whatever Node a machine has, before anything is installed. It makes the installation match the
 * lock file, then hands over to the pinned Node and one small TypeScript file per command.
 */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies, pinnedNode } from './scripts/dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {Readonly<Record<string, string>>} */
const commands = {
  start: 'build/scripts/start.ts',
  dev: 'build/scripts/dev.ts',
  test: 'build/scripts/test.ts',
  bench: 'build/scripts/bench.ts',
  cases: 'build/scripts/cases.ts',
  build: 'build/scripts/build.ts',
  package: 'build/scripts/package.ts',
};
const commandLine = 'electron/service/cli/index.ts';

/**
 * Returns the script to run and its arguments. A word that is not ours belongs to the command line
 * of the inbox: installed as `riscontro`, this file is called with `list`, `show` and so on.
 * @param {readonly string[]} words
 */
function choose(words) {
  const [first = '', ...rest] = words;
  const script = Object.hasOwn(commands, first) ? commands[first] : undefined;
  if (script !== undefined) return { script, rest };
  return { script: commandLine, rest: first === 'riscontro' ? rest : words };
}

/**
 * Runs the script on the pinned Node: in this process where that is it already, else in another one
 * whose exit code and signals are passed through.
 * @param {string} script
 * @param {readonly string[]} rest
 * @param {{ readonly executable: string, readonly version: string }} node
 */
async function handOver(script, rest, node) {
  const file = join(root, script);
  if (process.versions.node === node.version) {
    process.argv = [process.execPath, file, ...rest];
    await import(pathToFileURL(file).href);
    return;
  }
  const child = spawn(node.executable, [file, ...rest], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    process.stderr.write(`${node.executable} does not start: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

const { script, rest } = choose(process.argv.slice(2));
if (ensureDependencies(root)) {
  process.env['PATH'] = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  await handOver(script, rest, pinnedNode(root));
} else {
  process.exitCode = 1;
}
