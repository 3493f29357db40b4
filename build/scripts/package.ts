/**
 * `npm run package [-- --linux dir …]`: an installer for this platform in release/, made from the
 * pinned Electron alone. What follows is handed to electron-builder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './bundle/bundle.ts';
import { say } from './runtime/output.ts';
import { pinnedVersion } from './runtime/pinned.ts';
import { appFolder } from './runtime/prepare.ts';

/** Returns the version that an unpacked Electron states; none for what is not a release of it. */
function statedVersion(folder: string): string {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'none';
}

const ownElectron = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
if (ownElectron !== undefined && statedVersion(ownElectron) !== pinnedVersion) {
  say(`Only Electron ${pinnedVersion} is packaged; ${ownElectron} states another version.`);
  process.exit(1);
}

await ensureBuilt(appFolder);
const builder = join(appFolder, 'node_modules', 'electron-builder', 'cli.js');
const run = spawnSync(
  process.execPath,
  [
    builder,
    '--config=build/config/electron-builder.json',
    '--publish=never',
    `--config.electronVersion=${pinnedVersion}`,
    ...(ownElectron === undefined ? [] : [`--config.electronDist=${ownElectron}`]),
    ...process.argv.slice(2),
  ],
  { cwd: appFolder, stdio: ['ignore', 'inherit', 'inherit'] },
);
process.exitCode = run.status ?? 1;
