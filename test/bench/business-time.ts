import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { progress, round, type Part, type Scale } from './figures.ts';

/** How one contender did. `wrong`: of its answers, how many differ from ours. */
export interface RaceResult {
  readonly name: string;
  readonly addsPerSecond: number;
  readonly differencesPerSecond: number;
  readonly wrong: number;
}

const OVER_PACKAGES = 500;
const OVER_TEMPORAL = 100;
const race = fileURLToPath(new URL('children/race.ts', import.meta.url));

/** The least of how many times faster ours is, in adding and in measuring. */
const timesFaster = (ours: RaceResult, other: RaceResult): number =>
  Math.min(
    ours.addsPerSecond / other.addsPerSecond,
    ours.differencesPerSecond / other.differencesPerSecond,
  );

/**
 * Eight business hours added, and the difference measured, for starts over two years: ours beside
 * Temporal pair by pair and the npm packages for business time, on the same inputs in one run.
 */
export function benchBusinessTime({ pairs }: Scale): Part {
  progress(`businessTime: ${pairs} pairs against Temporal and three packages`);
  const run = spawnSync(process.execPath, [race, String(pairs)], {
    env: { ...process.env, TZ: 'Europe/Rome' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { results, hasNativeTemporal } = JSON.parse(run.stdout) as {
    readonly results: readonly RaceResult[];
    readonly hasNativeTemporal: boolean;
  };
  const [ours, temporal, ...packages] = results;
  if (ours === undefined || temporal === undefined) throw new Error('The race has no result');
  const correct = packages.filter(({ wrong }) => wrong === 0);
  const overPackages = Math.min(...correct.map((one) => timesFaster(ours, one)));
  const overTemporal = timesFaster(ours, temporal);
  return {
    pairs,
    results,
    hasNativeTemporal,
    timesTheFastestCorrectPackage: round(overPackages),
    timesTemporal: round(overTemporal),
    target: `timesTheFastestCorrectPackage >= ${OVER_PACKAGES}, timesTemporal >= ${OVER_TEMPORAL}`,
    holds: correct.length > 0 && overPackages >= OVER_PACKAGES && overTemporal >= OVER_TEMPORAL,
  };
}
