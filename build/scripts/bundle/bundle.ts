import { say } from '../runtime/output.ts';
import { isBuilt, markBuilt, sourcesHash } from './sources.ts';

/**
 * Bundles the four programs into dist/ unless they are made from these very sources already. Rejects
 * with the bundler's error. The bundler is loaded only when it is needed: it costs a second start.
 */
export async function ensureBuilt(root: string): Promise<void> {
  const hash = sourcesHash(root);
  if (isBuilt(root, hash)) return;
  say('Building …');
  const [{ build }, { PROGRAMS, programConfig }, { rendererConfig }] = await Promise.all([
    import('vite'),
    import('../../config/vite.programs.ts'),
    import('../../config/vite.renderer.ts'),
  ]);
  for (const program of PROGRAMS) await build(programConfig(program));
  await build(rendererConfig);
  markBuilt(root, hash);
}
