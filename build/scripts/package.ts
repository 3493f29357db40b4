/**
 * `npm run package [-- --linux dir …]`: an installer for this platform in release/, made from the
 * pinned Electron alone. What follows is handed to electron-builder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './bundle/bundle.ts';
import { guard } from './guard.ts';
import { pinnedVersion } from './runtime/pinned.ts';
import { appFolder } from './runtime/prepare.ts';
import { SetupError } from './runtime/types.ts';

/** Returns the version that an unpacked Electron states; none for what is not a release of it. */
function statedVersion(folder: string): string {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'none';
}

/** Returns the arguments that make electron-builder take the user's own copy of the pinned Electron. */
function ownElectron(): readonly string[] {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined || folder === '') return [];
  const stated = statedVersion(folder);
  if (stated === pinnedVersion) return [`--config.electronDist=${folder}`];
  throw new SetupError(
    `Only Electron ${pinnedVersion} is packaged; what ${folder} states is: ${stated}.`,
  );
}

await guard(async () => {
  const args = [
    join(appFolder, 'node_modules', 'electron-builder', 'cli.js'),
    '--config=build/config/electron-builder.json',
    '--publish=never',
    `--config.electronVersion=${pinnedVersion}`,
    ...ownElectron(),
    ...process.argv.slice(2),
  ];
  await ensureBuilt(appFolder);
  const stdio = ['ignore', 'inherit', 'inherit'] as const;
  const run = spawnSync(process.execPath, args, { cwd: appFolder, stdio: [...stdio] });
  return run.status ?? 1;
});
