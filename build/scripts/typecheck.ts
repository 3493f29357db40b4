/** Type-checks every program with its own library and ambient types; exits 1 when one fails. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = fileURLToPath(
  new URL('../../node_modules/typescript-native/bin/tsc', import.meta.url),
);
const programs = [
  'shared',
  'electron/main',
  'electron/preload',
  'electron/service',
  'renderer',
  'build',
  'test',
];
const wanted = process.argv.slice(2);
const failed = (wanted.length > 0 ? wanted : programs).filter((program) => {
  // What holds already is looked up there: only what changed is checked again.
  const memory = `node_modules/.cache/typecheck/${program.replace('/', '-')}.json`;
  const options = ['--incremental', '--tsBuildInfoFile', memory];
  const run = spawnSync(process.execPath, [compiler, '-p', program, ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  return run.status !== 0;
});
if (failed.length > 0) {
  console.error(`Types do not hold in: ${failed.join(', ')}`);
  process.exitCode = 1;
}
