import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = join(root, 'build', 'config', 'layers.cjs');

/** Each rule, a file that breaks it, and what that file imports. */
const violations: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['no-cycles', 'shared/domain/cycle.ts', './cycle.ts'],
  ['no-unresolved', 'renderer/app/lost.ts', './nowhere.ts'],
  ['product-without-test-and-build', 'electron/main/tested.ts', '../../test/support/leaf.ts'],
  ['product-without-test-and-build', 'renderer/app/built.ts', '../../build/scripts/leaf.ts'],
  ['build-without-test', 'build/scripts/tested.ts', '../../test/support/leaf.ts'],
  ['kernel-imports-nothing', 'shared/kernel/greedy.ts', 'zod'],
  ['kernel-imports-nothing', 'shared/kernel/worldly.ts', 'node:fs'],
  ['kernel-imports-nothing', 'shared/kernel/upward.ts', '../domain/leaf.ts'],
  ['domain-is-pure', 'shared/domain/reader.ts', 'node:fs'],
  ['domain-is-pure', 'shared/domain/checker.ts', 'zod'],
  ['domain-is-pure', 'shared/domain/timely.ts', 'temporal-polyfill'],
  ['calendar-has-temporal-alone', 'shared/domain/calendar/checker.ts', 'zod'],
  ['contract-is-plain', 'shared/contract/served.ts', '@orpc/server'],
  ['contract-is-plain', 'shared/contract/inward.ts', '../../electron/service/ports/leaf.ts'],
  ['main-knows-no-inbox', 'electron/main/counting.ts', '../../shared/domain/leaf.ts'],
  ['main-knows-no-inbox', 'electron/main/serving.ts', '../service/ports/leaf.ts'],
  ['main-knows-no-inbox', 'electron/main/library.ts', 'uuidv7'],
  ['preload-is-a-bridge', 'electron/preload/reader.ts', 'node:fs'],
  ['service-without-electron', 'electron/service/api/shell.ts', 'electron'],
  ['service-without-electron', 'electron/service/api/window.ts', '../../main/leaf.ts'],
  ['renderer-without-node', 'renderer/lib/reader.ts', 'node:fs'],
  ['renderer-without-electron', 'renderer/lib/shell.ts', 'electron'],
  ['renderer-without-electron', 'renderer/lib/store.ts', '../../electron/service/ports/leaf.ts'],
  ['react-in-renderer-alone', 'shared/contract/view.ts', 'react'],
  ['sqlite-in-store-alone', 'electron/service/usecases/sql.ts', 'better-sqlite3'],
  ['ports-are-interfaces', 'electron/service/ports/store-aware.ts', '../usecases/leaf.ts'],
  ['usecases-know-ports', 'electron/service/usecases/api-aware.ts', '../api/leaf.ts'],
  ['jobs-know-usecases', 'electron/service/jobs/api-aware.ts', '../api/leaf.ts'],
  ['wiring-in-one-place', 'electron/service/usecases/opens.ts', '../store/leaf.ts'],
  ['wiring-in-one-place', 'electron/service/api/wires.ts', '../wire.ts'],
  ['adapters-do-not-wire', 'electron/service/store/wires.ts', '../wire.ts'],
  ['store-stands-alone', 'electron/service/store/logs.ts', '../system/leaf.ts'],
  ['connectors-stand-alone', 'electron/service/connectors/email/saves.ts', '../../store/leaf.ts'],
  ['connectors-do-not-meet', 'electron/service/connectors/email/peer.ts', '../facebook/leaf.ts'],
  ['practice-stands-alone', 'electron/service/practice/saves.ts', '../store/leaf.ts'],
  ['zustand-in-state-alone', 'renderer/features/inbox/slice.ts', 'zustand'],
  ['features-do-not-meet', 'renderer/features/inbox/peer.ts', '../composer/leaf.ts'],
  ['ui-is-dumb', 'renderer/ui/list.ts', '../state/leaf.ts'],
  ['state-without-views', 'renderer/state/view.ts', '../ui/leaf.ts'],
  ['lib-at-the-bottom', 'renderer/lib/slice.ts', '../state/leaf.ts'],
  ['app-on-top', 'renderer/features/inbox/frame.ts', '../../app/leaf.ts'],
];

/** What the architecture asks for: none of these may break a rule. */
const allowed: readonly (readonly [file: string, imported: string])[] = [
  ['shared/domain/calendar/zones.ts', 'temporal-polyfill'],
  ['shared/domain/sums.ts', '../kernel/leaf.ts'],
  ['shared/contract/shapes.ts', 'zod'],
  ['electron/main/open.ts', 'electron'],
  ['electron/main/read.ts', 'node:fs'],
  ['electron/preload/open.ts', '../../shared/contract/leaf.ts'],
  ['electron/service/store/open.ts', 'better-sqlite3'],
  ['electron/service/connectors/facebook/fetch.ts', '../_shared/leaf.ts'],
  ['electron/service/connectors/facebook/port.ts', '../../ports/leaf.ts'],
  ['electron/service/index.ts', './store/leaf.ts'],
  ['electron/service/cli/index.ts', '../wire.ts'],
  ['renderer/state/store.ts', 'zustand'],
  ['renderer/features/inbox/use.ts', '../../state/leaf.ts'],
  ['test/store/opens.ts', 'better-sqlite3'],
];

const tree = mkdtempSync(join(tmpdir(), 'layers-'));
let found: readonly string[] = [];

function write(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

/** Imports of types alone, because those count too. */
const importing = (target: string): string =>
  `import type * as It from '${target}';\nexport type Mine = typeof It;\n`;

beforeAll(() => {
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const edges = [...violations.map(([, file, target]) => [file, target] as const), ...allowed];
  for (const [file, target] of edges) {
    const leaf = join(dirname(file), target);
    if (target.startsWith('.') && !target.includes('nowhere'))
      write(leaf, 'export const leaf = 1;\n');
  }
  for (const [file, target] of edges) write(file, importing(target));
  const cli = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [cli, '--config', config, '--output-type', 'json'];
  const folders = ['electron', 'renderer', 'shared', 'test', 'build'];
  const run = spawnSync(process.execPath, [...args, ...folders], { cwd: tree, encoding: 'utf8' });
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: readonly { rule: { name: string }; from: string }[] };
  };
  found = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true }));

test.each(violations)('%s is broken by %s', (rule, file) => {
  expect(found).toContain(`${rule}: ${file}`);
});

test('imports that the architecture asks for break no rule', () => {
  const files = allowed.map(([file]) => file);
  expect(found.filter((entry) => files.some((file) => entry.endsWith(`: ${file}`)))).toEqual([]);
});

test('every rule is proved by a violation', () => {
  const rules = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] };
  const proved = new Set(violations.map(([rule]) => rule));
  expect(rules.forbidden.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([]);
});
