import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { seededRandom } from '../support/seeded-random.ts';
import { workspace } from '../support/store.ts';

const RUNS = 6;
const program = fileURLToPath(new URL('../support/append-forever.ts', import.meta.url));

/** Lets a process append until it has acknowledged `enough` facts, then kills it in mid-work. */
function appendUntilKilled(folder: string, enough: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > enough) child.kill('SIGKILL');
    });
    // Whole lines only: half an id is no acknowledgement.
    child.once('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}

it('a process killed while appending keeps every acknowledged fact', async () => {
  const made = workspace();
  const random = seededRandom(5);
  const acknowledged = new Set<string>();
  for (let run = 0; run < RUNS; run += 1) {
    const told = await appendUntilKilled(made.folder, 5 + random.below(60));
    for (const opId of told) acknowledged.add(opId);
    const store = made.open();
    expect(store.recovered).toBeNull();
    const kept = new Set(made.raw().prepare('SELECT op_id FROM event').pluck().all());
    expect([...acknowledged].filter((opId) => !kept.has(opId))).toEqual([]);
    expect(store.rebuildCheck()).toEqual({ ok: true, findings: [] });
    store.close();
  }
  expect(acknowledged.size).toBeGreaterThan(RUNS * 5);
}, 120_000);
