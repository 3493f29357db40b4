/** `npm run bench`: measures, mostly on the built application; JSON on stdout, progress on stderr. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './bundle/bundle.ts';
import { guard } from './guard.ts';
import { appFolder } from './runtime/prepare.ts';

const bench = join(appFolder, 'test', 'bench', 'index.ts');

await guard(async () => {
  await ensureBuilt(appFolder);
  const run = spawnSync(process.execPath, [bench, ...process.argv.slice(2)], { stdio: 'inherit' });
  return run.status ?? 1;
});
