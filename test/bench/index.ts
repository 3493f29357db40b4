/**
 * The figures that are promised: `npm run bench [-- --quick] [-- PART …]`, with the parts `ingest`,
 * `inboxPage`, `firstSync`, `firstMailSync`, `steadyPoll`, `businessTime`, `recompute`, `timers` and
 * `launch`. One JSON object on stdout, progress on stderr. Exit code 0 when it was
 * measured, whatever came out: whether a target holds stands beside each figure.
 */
import { parseArgs } from 'node:util';
import { FULL, machine, progress, QUICK, type Part, type Scale } from './figures.ts';
import { benchInboxPage } from './inbox-page.ts';
import { benchBusinessTime } from './business-time.ts';
import { benchIngest } from './ingest.ts';
import { benchFirstMailSync } from './first-mail-sync.ts';
import { benchFirstSync } from './first-sync.ts';
import { benchLaunch } from './launch.ts';
import { benchRecompute } from './recompute.ts';
import { benchSteadyPoll } from './steady-poll.ts';
import { benchTimers } from './timers.ts';

const PARTS: Readonly<Record<string, (scale: Scale) => Part | Promise<Part>>> = {
  ingest: benchIngest,
  inboxPage: benchInboxPage,
  firstSync: benchFirstSync,
  firstMailSync: benchFirstMailSync,
  steadyPoll: benchSteadyPoll,
  businessTime: benchBusinessTime,
  recompute: benchRecompute,
  timers: benchTimers,
  launch: benchLaunch,
};

interface Wanted {
  readonly quick: boolean;
  readonly parts: readonly string[];
}

/** Undefined when a word is not known. */
function readWords(words: readonly string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { quick: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (!positionals.every((name) => Object.hasOwn(PARTS, name))) return undefined;
    return {
      quick: values.quick,
      parts: positionals.length === 0 ? Object.keys(PARTS) : positionals,
    };
  } catch {
    return undefined;
  }
}

async function bench({ quick, parts }: Wanted): Promise<Readonly<Record<string, unknown>>> {
  const before = machine();
  const figures: Record<string, Part> = {};
  for (const name of parts) {
    const measured = await PARTS[name]?.(quick ? QUICK : FULL);
    if (measured !== undefined) figures[name] = measured;
  }
  return {
    at: new Date().toISOString(),
    scale: quick ? 'quick' : 'full',
    machine: before,
    ...figures,
  };
}

const wanted = readWords(process.argv.slice(2));
if (wanted === undefined) {
  progress(`Usage: npm run bench [-- [--quick] [${Object.keys(PARTS).join('|')} …]]`);
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(await bench(wanted), null, 2));
}
