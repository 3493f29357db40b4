import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../runtime/output.ts';
import { SetupError } from '../runtime/types.ts';
import { isBuilt, markBuilt, sourcesHash } from './sources.ts';

/** The bundler is loaded only when it is needed: loading it takes longer than a start without it. */
async function bundle(distFolder: string): Promise<void> {
  const [{ build }, { PROGRAMS, programConfig }, { rendererConfig }] = await Promise.all([
    import('vite'),
    import('../../config/vite.programs.ts'),
    import('../../config/vite.renderer.ts'),
  ]);
  const before = process.env['NODE_ENV'];
  // A test runner has named another mode; what is in dist/ is the same whoever asked for it.
  process.env['NODE_ENV'] = 'production';
  try {
    for (const program of PROGRAMS) await build(programConfig(program, distFolder));
    await build(rendererConfig(distFolder));
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/**
 * Bundles the four programs into dist/ unless they are made from these very sources already. They are
 * made beside it and take its place together: two builds at once, or one that is cut off, do no harm.
 * Rejects with a {@link SetupError} that says where a build failed.
 */
export async function ensureBuilt(root: string): Promise<void> {
  const dist = join(root, 'dist');
  const hash = sourcesHash(root);
  if (isBuilt(dist, hash)) return;
  say('Building …');
  const making = join(root, `dist.making-${process.pid}`);
  try {
    await bundle(making);
    markBuilt(making, hash);
    rmSync(dist, { recursive: true, force: true });
    renameSync(making, dist);
  } catch (error) {
    // Another start has built the same meanwhile and was first.
    if (isBuilt(dist, hash)) return;
    throw new SetupError(error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}
