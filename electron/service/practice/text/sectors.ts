import { energy } from './energy/index.ts';
import { retail } from './retail/index.ts';
import { telecom } from './telecom/index.ts';
import type { Sector } from './types.ts';

/** In this order from seed 1 on, then round again. */
const SECTORS: readonly Sector[] = [telecom, energy, retail];

/** Returns the company of a seed: 1, 4, 7 … telecom, 2, 5, 8 … energy, 3, 6, 9 … retail. */
export const sectorFor = (seed: number): Sector =>
  SECTORS[(Math.abs(Math.trunc(seed)) + SECTORS.length - 1) % SECTORS.length] ?? telecom;
