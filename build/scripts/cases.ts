/** `npm run cases -- FILE …`: runs files of business-time cases and stories; `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { appFolder } from './runtime/prepare.ts';

const runner = join(appFolder, 'test', 'support', 'cases', 'index.ts');
const run = spawnSync(process.execPath, [runner, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
