import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A rule, and a file that breaks it; the file's name tells the place that the rule holds in. */
const violations: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-ambient-time', 'shared/domain/a.ts', 'export const a = Date.now();'],
  ['no-ambient-time', 'shared/domain/b.ts', 'export const b = new Date();'],
  ['no-ambient-time', 'shared/domain/c.ts', 'export const c = Date();'],
  ['no-ambient-time', 'shared/domain/d.ts', 'export const d = Math.random();'],
  ['no-ambient-time', 'shared/domain/e.ts', 'export const e = performance.now();'],
  ['no-ambient-time', 'shared/domain/f.ts', 'export const f = Date["now"]();'],
  ['no-raw-channel', 'electron/main/a.ts', "export { ipcMain } from 'electron';"],
  ['no-raw-channel', 'electron/main/b.ts', "import { ipcMain as b } from 'electron'; b.emit('x');"],
  ['no-raw-channel', 'renderer/app/a.ts', "window.postMessage('x', location.origin);"],
  ['no-raw-channel', 'renderer/app/b.ts', "new MessageChannel().port1.postMessage('x');"],
  ['no-restricted-globals', 'renderer/app/c.ts', "await fetch('x');"],
  ['no-explicit-any', 'shared/kernel/a.ts', 'export const a = (b: any): unknown => b;'],
  ['no-non-null-assertion', 'shared/kernel/b.ts', 'export const b = (c?: string) => c!.length;'],
  ['no-default-export', 'shared/kernel/c.ts', 'export default 1;'],
  ['no-console', 'electron/service/api/a.ts', "console.log('x');"],
];

/** What pure code and the wrapper files may do. */
const allowed: readonly (readonly [file: string, text: string])[] = [
  ['shared/domain/ok.ts', 'export const ok = (atMs: number) => new Date(atMs).toISOString();'],
  ['electron/service/system/ok.ts', 'export const nowMs = (): number => Date.now();'],
  ['electron/main/ipc.ts', "import { ipcMain } from 'electron'; ipcMain.removeAllListeners();"],
  ['renderer/lib/service/ok.ts', "new MessageChannel().port1.postMessage('x');"],
];

const tree = mkdtempSync(join(tmpdir(), 'lint-'));
let found: readonly string[] = [];

beforeAll(() => {
  for (const [file, text] of [...violations.map(([, ...rest]) => rest), ...allowed]) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `${text}\n`);
  }
  const linter = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const config = join(root, 'build', 'config', 'oxlint.json');
  const args = [linter, '--config', config, '--format', 'json', '.'];
  const run = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(run.stdout) as {
    diagnostics: readonly { code: string; filename: string }[];
  };
  found = diagnostics.map(({ code, filename }) => `${code.replace(/.*\(|\)/g, '')}: ${filename}`);
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true }));

test.each(violations)('%s is broken by %s: %s', (rule, file) => {
  expect(found).toContain(`${rule}: ${file}`);
});

test('pure code and the wrapper files may do what they are for', () => {
  const files = new Set(allowed.map(([file]) => file));
  expect(found.filter((entry) => files.has(entry.split(': ')[1] ?? ''))).toEqual([]);
});
