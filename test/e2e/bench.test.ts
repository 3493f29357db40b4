import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appFolder } from '../support/electron-runtime.ts';

const bench = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(appFolder, 'test', 'bench', 'index.ts'), ...words], {
    encoding: 'utf8',
  });

/** A figure beside its target and whether it holds. */
const part = (figure: string) =>
  expect.objectContaining({
    [figure]: expect.any(Number),
    target: expect.stringContaining(figure),
    holds: expect.any(Boolean),
  });

it('measures every promised figure and prints one JSON object', () => {
  const { status, stdout } = bench('--quick');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    scale: 'quick',
    machine: { cores: expect.any(Number) },
    ingest: part('ratioToBareSqlite'),
    inboxPage: part('p99Ms'),
    firstSync: part('ratioToDownload'),
    steadyPoll: part('coreShare'),
    businessTime: part('timesTemporal'),
    recompute: part('seconds'),
    timers: part('shareOfACore'),
    launch: part('ratio'),
  });
});

it('measures nothing for a part that it does not know', () => {
  expect(bench('speed')).toMatchObject({ status: 2, stdout: '' });
});
