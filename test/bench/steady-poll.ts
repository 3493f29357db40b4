import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progress, round, type Part, type Scale } from './figures.ts';
import { runChild, withPages, type ServiceMeasured } from './processes.ts';

/** A twentieth of one core for twenty pages. */
const MOST_SHARE = 0.05;
const MINUTE_MS = 60_000;
/** The clock of the service and its pages against the machine's. */
const FACTOR = 30;
const POSTS = 100;
const COMMENTS = 1_000;
const COMMENT_EVERY_MS = 5 * MINUTE_MS;

/**
 * What the service needs of a core while it polls pages on which little happens, served by another
 * process: CPU time over time gone by on its clock, which runs thirty times as fast as the machine's.
 */
export async function benchSteadyPoll({ pages, steadyMinutes }: Scale): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-bench-'));
  const clock = { epochMs: Date.now(), factor: FACTOR };
  const size = { pages, posts: POSTS, comments: COMMENTS, commentEveryMs: COMMENT_EVERY_MS };
  progress(`steadyPoll: ${pages} pages for ${steadyMinutes} minutes of their clock`);
  try {
    const measured = await withPages({ ...size, ...clock }, (served) => {
      const requestsFile = join(folder, 'requests.json');
      const wanted = { pages: served, ...clock, steadyMs: steadyMinutes * MINUTE_MS, requestsFile };
      return runChild<ServiceMeasured>('service', JSON.stringify(wanted));
    });
    const cpuMsPerMinute = measured.steadyCpuMs / steadyMinutes;
    const coreShare = cpuMsPerMinute / MINUTE_MS;
    return {
      pages,
      minutes: steadyMinutes,
      cpuMsPerMinute: round(cpuMsPerMinute),
      callsPerMinute: round(measured.steadyRequests / steadyMinutes, 1),
      coreShare: round(coreShare, 4),
      target: `coreShare <= ${MOST_SHARE}`,
      holds: coreShare <= MOST_SHARE,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
