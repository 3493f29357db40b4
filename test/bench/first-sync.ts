import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, progress, round, type Part, type Scale } from './figures.ts';
import {
  runChild,
  withPages,
  type Downloaded,
  type ServedPage,
  type ServiceMeasured,
} from './processes.ts';

const MOST_RATIO = 2.5;
/** Comments below one post on the average. */
const COMMENTS_A_POST = 100;

interface Run {
  readonly service: ServiceMeasured;
  readonly downloaded: Downloaded;
}

/** Reads the page with the service, then the same answers with nothing behind them. */
function runOnce(page: ServedPage, folder: string, epochMs: number): Run {
  const requestsFile = join(folder, 'requests.json');
  const wanted = { pages: [page], epochMs, factor: 1, steadyMs: 0, requestsFile };
  const service = runChild<ServiceMeasured>('service', JSON.stringify(wanted));
  const downloaded = runChild<Downloaded>('download', requestsFile, page.token);
  return { service, downloaded };
}

/**
 * The first sync of a large page from another process: comments a second, the most memory that the
 * service had, and its time as a multiple of only downloading and parsing the same answers.
 */
export async function benchFirstSync({ comments, syncs }: Scale): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-bench-'));
  const epochMs = Date.now();
  const posts = Math.ceil(comments / COMMENTS_A_POST);
  const size = { pages: 1, posts, comments, epochMs, factor: 1, commentEveryMs: null };
  try {
    const runs = await withPages(size, ([page]) =>
      Array.from({ length: syncs }, (_, index) => {
        progress(`firstSync: ${comments} comments, run ${index + 1} of ${syncs}`);
        if (page === undefined) throw new Error('No page is served.');
        return runOnce(page, folder, epochMs);
      }),
    );
    return figuresOf(comments, runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(comments: number, runs: readonly Run[]): Part {
  const ratio = median(runs.map((run) => run.service.firstReadMs / run.downloaded.elapsedMs));
  const syncMs = median(runs.map((run) => run.service.firstReadMs));
  return {
    comments,
    commentsPerSecond: round((comments / syncMs) * 1_000),
    syncMs: round(syncMs),
    downloadMs: round(median(runs.map((run) => run.downloaded.elapsedMs))),
    downloadMib: round((runs[0]?.downloaded.bytes ?? 0) / 2 ** 20, 1),
    peakMemoryMib: round(Math.max(...runs.map((run) => run.service.peakMib))),
    ratioToDownload: round(ratio, 2),
    target: `ratioToDownload <= ${MOST_RATIO}`,
    holds: ratio <= MOST_RATIO,
  };
}
