import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HostKind } from './service-process.ts';

/** The Node-API that better-sqlite3 is built for. */
const NEEDED_NAPI = 10;

/** Returns the host for this runtime: the utility process where the store can load, else a child. */
export function chooseHost(napi: string | undefined, forced: HostKind | null): HostKind {
  return forced ?? (Number(napi) >= NEEDED_NAPI ? 'utility' : 'child');
}

/** Where a pinned Node may be. */
export interface NodePlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The app's own folder, with `package.json`. */
  readonly appDir: string;
  /** The packaged app's resources. */
  readonly resourcesDir: string;
  readonly platform: string;
}

/**
 * Returns the Node program for a child host: what RISCONTRO_NODE names, else the one beside the
 * packaged app, else the development one, else `node` of the PATH.
 */
export function findNode({ env, appDir, resourcesDir, platform }: NodePlaces): string {
  const named = env['RISCONTRO_NODE'];
  if (named !== undefined && named !== '') return named;
  const program = platform === 'win32' ? 'node.exe' : 'node';
  const places = [
    join(resourcesDir, 'node', 'bin', program),
    join(appDir, 'node_modules', 'node', 'bin', program),
  ];
  return places.find((place) => existsSync(place)) ?? program;
}
