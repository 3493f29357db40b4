/**
 * `npm run dev`: the page with hot reload from a server on loopback; the three other programs are
 * rebuilt at each change, which restarts the application. Takes the arguments of `npm start`.
 */
import { join } from 'node:path';
import { build, createServer, type Rolldown } from 'vite';
import { PROGRAMS, programConfig, type Program } from '../config/vite.programs.ts';
import { rendererConfig } from '../config/vite.renderer.ts';
import { forgetBuilt } from './bundle/sources.ts';
import { openApp, type OpenApp } from './runtime/open-app.ts';
import { say } from './runtime/output.ts';
import { appFolder, prepareStage } from './runtime/prepare.ts';
import { SetupError } from './runtime/types.ts';
import { START_USAGE, startArguments } from './start-options.ts';

const args = startArguments(process.argv.slice(2));
if (args === undefined) {
  say(START_USAGE);
  process.exit(2);
}
const appArguments = args;

forgetBuilt(join(appFolder, 'dist'));
const stage = await prepareStage().catch((error: unknown) => {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exit(1);
});
const server = await createServer(rendererConfig());
await server.listen();
const url = server.resolvedUrls?.local[0] ?? '';
say(`The page is served at ${url}`);

let app: OpenApp | undefined;
let restart: NodeJS.Timeout | undefined;
const watchers: Rolldown.RolldownWatcher[] = [];

async function end(code: number): Promise<void> {
  await Promise.all(watchers.map((watcher) => watcher.close()));
  await server.close();
  stage.close();
  process.exit(code);
}

/** Ends dev mode when the person closes the window, but not when a restart closed it. */
function open(): void {
  const opened = openApp(stage, appArguments, { RISCONTRO_DEV_URL: url });
  app = opened;
  void opened.ended.then((code) => (app === opened ? end(code) : undefined));
}

async function reopen(): Promise<void> {
  const running = app;
  app = undefined;
  running?.close();
  await running?.ended;
  open();
}

/** Restarts once for all programs that one change rebuilds: they do not end at the same moment. */
function restartSoon(program: Program): void {
  say(`Rebuilt ${program}; restarting.`);
  clearTimeout(restart);
  restart = setTimeout(() => void reopen(), 200);
}

/** Builds a program now and at each change; resolves after the first build. */
async function watch(program: Program): Promise<void> {
  const config = programConfig(program);
  const watcher = (await build({
    ...config,
    build: { ...config.build, watch: {} },
  })) as Rolldown.RolldownWatcher;
  watchers.push(watcher);
  let isFirst = true;
  await new Promise<void>((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(event.error.message);
      if (event.code !== 'END') return;
      if (isFirst) resolve();
      else restartSoon(program);
      isFirst = false;
    });
  });
}

await Promise.all(PROGRAMS.map(watch));
open();
