import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { cacheFolder, fillOnce, isComplete } from '../../build/scripts/runtime/cache.ts';
import { appFolder } from '../../build/scripts/runtime/prepare.ts';
import { progress } from './figures.ts';
import { fillStore } from './fill-store.ts';

/** What a filled workspace is made by: it is made anew when any of it changes. */
const MAKERS = [
  'electron/service/store',
  'shared/domain',
  'test/bench/fill-store.ts',
  'test/support/store-facts.ts',
];

async function makersHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const maker of MAKERS) {
    const path = join(appFolder, maker);
    const entries = maker.endsWith('.ts')
      ? [path]
      : (await readdir(path, { recursive: true })).map((name) => join(path, name));
    for (const file of entries.filter((name) => name.endsWith('.ts')).toSorted()) {
      hash
        .update(relative(appFolder, file))
        .update('\0')
        .update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** Returns the kept workspace with this many conversations; 100,000 take a minute to make. */
async function keptWorkspace(conversations: number): Promise<string> {
  const folder = join(cacheFolder(), `bench-workspace-${conversations}`);
  const seal = await makersHash();
  if (isComplete(folder, seal)) return folder;
  progress(`Filling a store with ${conversations} conversations (kept for the next time) …`);
  await fillOnce(folder, seal, (temporary) =>
    Promise.resolve(fillStore(join(temporary, 'workspace'), conversations)),
  );
  return folder;
}

/** Lends a workspace with this many conversations: a copy, so that the kept one stays as it was. */
export async function withFilledWorkspace<T>(
  conversations: number,
  work: (folder: string) => T | Promise<T>,
): Promise<T> {
  const kept = await keptWorkspace(conversations);
  const folder = await mkdtemp(join(tmpdir(), 'riscontro-bench-'));
  try {
    const options = { recursive: true, mode: constants.COPYFILE_FICLONE };
    await cp(join(kept, 'workspace'), folder, options);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
