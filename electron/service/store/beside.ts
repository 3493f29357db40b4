import { Worker } from 'node:worker_threads';
import { sqlitePath } from './sqlite.ts';

/** One statement under way in a thread of its own. */
export interface BesideRun {
  /** First column of the rows. Rejects with an Error that carries SQLite's `code`. */
  readonly rows: Promise<readonly string[]>;
  /** Ends the thread; `rows` then rejects. */
  stop(): void;
}

/** Kept as text so that it needs no file of its own in the bundle. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
try {
  const Database = require(workerData.library);
  const db = new Database(workerData.file, { readonly: true });
  const statement = db.prepare(workerData.sql);
  const rows = statement.reader ? statement.pluck().all() : (statement.run(), []);
  db.close();
  parentPort.postMessage({ rows });
} catch (error) {
  parentPort.postMessage({ code: error.code });
}`;

type Answer = { readonly rows: readonly string[] } | { readonly code: string | undefined };

/** Runs one statement over `file`, read-only, in a thread with a connection of its own. */
export function runBeside(file: string, sql: string): BesideRun {
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { library: sqlitePath(), file, sql },
  });
  worker.unref();
  const rows = new Promise<readonly string[]>((resolve, reject) => {
    worker.once('message', (answer: Answer) => {
      if ('rows' in answer) resolve(answer.rows);
      else reject(Object.assign(new Error('SQLite failed beside'), { code: answer.code ?? '' }));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread ended without an answer')));
  });
  return { rows, stop: () => void worker.terminate() };
}
