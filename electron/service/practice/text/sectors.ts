import { telecom } from './telecom/index.ts';
import type { Sector } from './types.ts';

const SECTORS: readonly Sector[] = [telecom];

/** Returns the company of a seed. */
export const sectorFor = (seed: number): Sector =>
  SECTORS[(Math.abs(Math.trunc(seed)) + SECTORS.length - 1) % SECTORS.length] ?? telecom;
